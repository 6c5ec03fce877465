import type { PlayerReader } from '../../../page/media/player.ts';
import { youtube } from '../../youtube/player.ts';

export const players: readonly PlayerReader[] = [youtube];
