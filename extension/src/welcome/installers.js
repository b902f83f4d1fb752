/**
 * How the native host comes onto a machine, by runtime.getPlatformInfo().os: the package of the release, then its
 * registration with the browsers (the packages do that themselves; the command mends a browser installed later).
 * @param {string} os @param {string} version
 * @returns {string[]} commands
 */
export function installCommands(os, version) {
  const register = 'webex-click-to-call install';
  switch (os) {
    case 'win': return [`msiexec /i webex-click-to-call-${version}.msi`, register];
    case 'mac': return [`sudo installer -pkg webex-click-to-call-${version}.pkg -target /`, register];
    default: return [`sudo apt install ./webex-click-to-call_${version}_amd64.deb`, register];
  }
}
