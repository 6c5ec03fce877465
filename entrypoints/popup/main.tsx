import { render } from 'preact';

render(<p>Wrapup</p>, document.getElementById('root') as HTMLElement);
