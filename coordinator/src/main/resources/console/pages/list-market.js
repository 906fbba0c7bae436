// Pages of the market day, of runs and of studies.
const OPERATE = ["OPERATE_MARKET", "APPROVE_DAY", "SUPERVISE"];
const RUNS = ["RUN", "READ_RESULTS"];

export default [
  { path: "/day", file: "day.js", rail: "day", key: "d", entry: true, title: { en: "Day", zh: "交易日" }, needs: OPERATE },
  { path: "/versions/:market/:date/:cycle/:version", file: "version.js", rail: "day", title: { en: "Version", zh: "结果版本" }, needs: ["OPERATE_MARKET", "APPROVE_DAY"] },
  { path: "/anomalies", file: "anomalies.js", rail: "anomalies", key: "a", entry: true, title: { en: "Anomalies", zh: "异常" }, needs: ["OPERATE_MARKET", "APPROVE_DAY", "SUPERVISE"] },
  { path: "/anomalies/:number", file: "anomaly.js", rail: "anomalies", title: { en: "Anomaly", zh: "异常" }, needs: ["READ_MARKET", "READ_OWN"] },
  { path: "/runs", file: "runs.js", rail: "runs", key: "u", entry: true, title: { en: "Runs", zh: "运行" }, needs: RUNS },
  { path: "/runs/:id", file: "run.js", rail: "runs", title: { en: "Run", zh: "运行" }, needs: RUNS },
  { path: "/studies", file: "study.js", rail: "studies", key: "s", entry: true, title: { en: "Studies", zh: "研究" }, needs: ["RUN"] },
  { path: "/studies/:id", file: "cases.js", rail: "studies", title: { en: "Cases of a study", zh: "研究算例" }, needs: RUNS },
  { path: "/interventions", file: "interventions.js", rail: "interventions", key: "h", entry: true, title: { en: "Changes by hand", zh: "人工修改" }, needs: OPERATE },
  { path: "/ancillary", file: "ancillary.js", rail: "ancillary", key: "e", entry: true, title: { en: "Ancillary services", zh: "辅助服务" }, needs: ["OPERATE_MARKET", "READ_SETTLEMENT"] },
  { path: "/publications", file: "publications.js", rail: "publications", key: "n", entry: true, title: { en: "Publication", zh: "发布" }, needs: ["OPERATE_MARKET"] },
  { path: "/rules", file: "rules.js", rail: "rules", key: "b", entry: true, title: { en: "Rules", zh: "规则" }, needs: ["OPERATE_MARKET", "APPROVE_DAY"] },
  { path: "/rules/:kind", file: "rule.js", rail: "rules", title: { en: "Rule", zh: "规则" }, needs: ["OPERATE_MARKET", "APPROVE_DAY"] },
  { path: "/gallery", file: "gallery.js", rail: "gallery", title: { en: "Gallery", zh: "组件" }, needs: [] },
];
