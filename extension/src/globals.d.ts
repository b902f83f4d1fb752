declare const __BROWSER__: 'chromium' | 'firefox';
declare const __VERSION__: string;
declare module '*.css' {
  const text: string;
  export default text;
}
