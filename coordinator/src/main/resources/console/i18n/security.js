// Words of the pages of security.
export default {
  en: {
    security: "Security", run: "Run", state: "State", cases: "Cases", look: "Look at", screening: "Screening", rounds: "Rounds of the AC check", picture: "Network picture", pictureOfDay: "Network picture of the day",
    ofDay: "What the version of {0} says", runs: "Runs", noCheck: "Nothing was checked.", noViolation: "Checked, and nothing was found.", kind: "Kind", element: "Element", outage: "Outage", time: "Time",
    measure: "Unit", value: "Value", limit: "Limit", excess: "Excess", found: "{0}", allSecure: "Every outage is secure", snapshots: "{0} snapshots", worstOutages: "Worst outages ({0})", worstDevices: "Worst devices",
    SECURE: "secure", VIOLATED: "violated", ISLANDED: "islanded", UNBALANCED: "not served", DIVERGED: "diverged", SKIPPED: "skipped", worst: "Worst device", loading: "Loading", violations: "Violations",
    missing: "Missing", snapshot: "Snapshot", device: "Device", zone: "Zone", afterOutage: "after", violatedIn: "Snapshots", pair: "Before and after the outage of {0} at {1}", close: "Close", before: "before",
    afterwards: "after", over: "{0} devices over their limit", result: "Result", secureAfter: "Secure; rounds: {0}", notSecure: "Not secure: violations left {0}, rounds {1}",
    violationsByRound: "Violations left after the last round: {0}", intact: "intact grid", afterOutages: "after outages", stepByStep: "Step by step", sameRound: "No figure differs from the round before.", roundBefore: "Round before", roundNext: "Next round", roundSaid: "Round {0} was cleared under {1} cuts. Its AC check found {2} violations of the intact grid and {3} after outages, and brought {4} new cuts.", cuts: "Cuts that it brought ({0})", cutsSwitch: "A cut can be switched off in the case (contingencies, cuts, inEffect) and cleared again.",
    remaining: "Violations left ({0})", unsolved: "Without a solution ({0})",
    number: "Round", objectiveYuan: "Objective", baseViolations: "Intact grid", outageViolations: "After outages", voltageViolations: "Voltages", worstShare: "Worst, share of its limit", periodsDiverged: "Periods without a solution",
    outagesDiverged: "Outages without a solution", newCuts: "Cuts brought", round: "Found in round", flowgate: "Flowgate", period: "Period", forward: "Forward", offsetMw: "Offset MW", limitMw: "Limit MW",
    penaltyYuanPerMwh: "Penalty per MWh", inEffect: "In effect", answer: "Answer", missingMw: "Missing MW",
  },
  zh: {
    security: "安全校核", run: "运行", state: "状态", cases: "算例", look: "查看", screening: "校核结果", rounds: "交流校核迭代", picture: "网络图", pictureOfDay: "当日网络图",
    ofDay: "{0} 版本的校核结果", runs: "运行", noCheck: "未进行校核。", noViolation: "已校核，未发现越限。", kind: "类型", element: "元件", outage: "故障", time: "时间",
    measure: "单位", value: "数值", limit: "限额", excess: "越限量", found: "{0}", allSecure: "所有故障均安全", snapshots: "{0} 个断面", worstOutages: "最严重故障 ({0})", worstDevices: "最重载设备",
    SECURE: "安全", VIOLATED: "越限", ISLANDED: "解列", UNBALANCED: "功率不足", DIVERGED: "不收敛", SKIPPED: "跳过", worst: "最严重设备", loading: "负载率", violations: "越限数",
    missing: "缺额", snapshot: "断面", device: "设备", zone: "分区", afterOutage: "故障后", violatedIn: "断面数", pair: "{0} 故障前后，断面 {1}", close: "关闭", before: "故障前",
    afterwards: "故障后", over: "{0} 个设备越限", result: "结果", secureAfter: "{0} 轮后安全", notSecure: "不安全：{1} 轮后仍有 {0} 处越限",
    violationsByRound: "剩余 {0} 处越限", intact: "完整电网", afterOutages: "故障后", stepByStep: "逐轮查看", sameRound: "与上一轮的数值相同。", roundBefore: "上一轮", roundNext: "下一轮", roundSaid: "第 {0} 轮在 {1} 个割约束下出清。交流校核发现基态越限 {2} 处、故障后越限 {3} 处，新增 {4} 个割约束。", cuts: "本轮新增割约束（{0}）", cutsSwitch: "可在算例中关闭某个割约束（contingencies, cuts, inEffect）后重新出清。",
    remaining: "剩余 {0} 处越限", unsolved: "{0} 处无解",
    number: "轮次", objectiveYuan: "目标函数", baseViolations: "完整电网", outageViolations: "故障后", voltageViolations: "电压", worstShare: "最严重（限额倍数）", periodsDiverged: "无解时段",
    outagesDiverged: "无解故障", newCuts: "新增割约束", round: "发现轮次", flowgate: "断面", period: "时段", forward: "正向", offsetMw: "偏移 MW", limitMw: "限额 MW",
    penaltyYuanPerMwh: "罚价（每兆瓦时）", inEffect: "生效", answer: "处理", missingMw: "缺额 MW",
  },
};
