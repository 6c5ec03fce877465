// Made by `npm run sites` from the folders in lib/sites.
import type { PlayerReader } from '../../../page/media/player.ts';
import { player as youtube } from '../../youtube/player.ts';

export const players: readonly PlayerReader[] = [youtube].flat();
