// How the person called this command and names files: for what the command line prints, as for what `programs` says.
export { commandName, npxFolder, shellWord, shownPath } from '../programs/command-name';
