// Pages of results: what was cleared, why, what if, security, the picture of the network.
const RUN = ["READ_RESULTS", "RUN"];
const DRAFTS = ["OPERATE_MARKET", "APPROVE_DAY", "READ_RESULTS"];

export default [
  { path: "/results", file: "result.js", rail: "results", key: "r", entry: true,
    title: { en: "Results", zh: "结果" }, needs: ["READ_MARKET", "READ_OWN"] },
  { path: "/results/run/:id/:case", file: "result.js", rail: "results", title: { en: "Result of a run", zh: "运行结果" }, needs: RUN },
  { path: "/curves", file: "curves.js", rail: "results", key: "k", title: { en: "Load and output by group", zh: "分类曲线" }, needs: ["READ_MARKET", "READ_OWN"] },
  { path: "/why", file: "why.js", rail: "results", key: "w", title: { en: "Why", zh: "价格原因" }, needs: DRAFTS },
  { path: "/why/run/:id/:case", file: "why.js", rail: "results", title: { en: "Why", zh: "价格原因" }, needs: RUN },
  { path: "/what-if", file: "what-if.js", rail: "results", key: "i", title: { en: "What if", zh: "假设分析" }, needs: DRAFTS },
  { path: "/what-if/run/:id/:case", file: "what-if.js", rail: "results", title: { en: "What if", zh: "假设分析" }, needs: RUN },
  { path: "/security", file: "security.js", rail: "security", key: "x", entry: true, title: { en: "Security", zh: "安全校核" }, needs: RUN },
  { path: "/security/:id", file: "security-run.js", rail: "security", title: { en: "Screening", zh: "安全校核结果" }, needs: RUN },
  { path: "/security/run/:id/:case", file: "security-rounds.js", rail: "security", title: { en: "Security rounds", zh: "安全迭代" }, needs: RUN },
  { path: "/picture", file: "picture.js", rail: "security", key: "p", title: { en: "Network picture", zh: "网络图" }, needs: DRAFTS },
  { path: "/picture/run/:id/:case", file: "picture.js", rail: "security", title: { en: "Network picture", zh: "网络图" }, needs: RUN },
];
