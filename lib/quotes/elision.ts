/** What replaces words that are left out. */
export const elision = '[...]';

/** A mark at the end, or the beginning, of a text, with the white space around it. */
export const markAtEnd = /[ \t]*\\?\[(?:\.{3}|…)\\?\]\s*$/;
export const markAtStart = /^\s*\\?\[(?:\.{3}|…)\\?\]/;
