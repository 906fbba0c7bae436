// The server's time and the market's zone: what this machine's clock says is of no account.
export const clock = {
  zone: "UTC",
  ahead: 0,
  now: () => Date.now() + clock.ahead,
  set: (at, zone) => {
    clock.ahead = new Date(at).getTime() - Date.now();
    clock.zone = zone;
  },
};
