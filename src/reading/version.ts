/** The version of the reader: a change of what is read changes it (minor), and only then. */
export const VERSION = '0.1.0';
