/**
 * How the native host comes onto a machine, by runtime.getPlatformInfo().os: the package of the release, then its
 * registration with the browsers (the packages do that themselves; the command mends a browser installed later).
 * @param {string} os @param {string} version
 * @returns {string[]} commands
 */
export function installCommands(os, version) {
  const register = 'webex-click-to-call install';
  switch (os) {
    case 'win': return [`msiexec /i click-to-call-for-webex-${version}.msi`, register];
    case 'mac': return [`sudo installer -pkg click-to-call-for-webex-${version}.pkg -target /`, register];
    default: return [`sudo apt install ./click-to-call-for-webex_${version}_amd64.deb`, register];
  }
}
