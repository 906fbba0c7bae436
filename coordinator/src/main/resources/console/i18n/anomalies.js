export default {
  en: {
    title: "{0} anomalies", severe: "{0} severe anomalies wait", severity: "Severity", rule: "Rule", element: "Element", outage: "After outage of", period: "Period", threshold: "Limit", cycle: "Cycle", version: "Version", owner: "Owner", raised: "Found",
    none: "No rule found anything.", ofRules: "{0} anomalies, rules that found them: {1}. A rule opens its own.", oneByOne: "All one by one", backToRules: "Back to the rules", byRule: "Anomalies by rule", anomalies: "Anomalies", count: "Found", unsettled: "Not dealt with", versions: "Versions", worst: "Worst", system: "the whole system", last: "Last found", value: "Value",
    allMarkets: "all markets", "state-all": "all", "state-open": "open", "state-acknowledged": "acknowledged", "state-handled": "handled", "state-closed": "closed",
  },
  zh: {
    title: "{0} 个异常", severe: "{0} 个严重异常待处理", severity: "严重程度", rule: "规则", element: "元件", outage: "故障后", period: "时段", threshold: "限值", cycle: "轮次", version: "版本", owner: "所属成员", raised: "发现时间",
    none: "没有规则发现异常。", ofRules: "{1} 条规则共 {0} 个异常；选择规则查看其异常。", oneByOne: "逐条列出", backToRules: "返回规则", byRule: "按规则汇总", anomalies: "异常", count: "数量", unsettled: "待处理", versions: "版本数", worst: "最严重", system: "全系统", last: "最近发现", value: "数值",
    allMarkets: "全部市场", "state-all": "全部", "state-open": "未处理", "state-acknowledged": "已确认", "state-handled": "已处理", "state-closed": "已关闭",
  },
};
