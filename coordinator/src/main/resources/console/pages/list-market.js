// Pages of the market day, of runs and of studies.
export default [
  { path: "/day", file: "day.js", rail: "day", key: "d", entry: true,
    title: { en: "Day", zh: "交易日" }, needs: ["OPERATE_MARKET", "APPROVE_DAY", "READ_MARKET"] },
  { path: "/gallery", file: "gallery.js", rail: "gallery", title: { en: "Gallery", zh: "组件" }, needs: [] },
];
