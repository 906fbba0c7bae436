export default {
  en: {
    title: "{0} anomalies", severe: "{0} severe anomalies wait", severity: "Severity", rule: "Rule", element: "Element", outage: "After outage of", period: "Period", threshold: "Limit", cycle: "Cycle", version: "Version", owner: "Owner", raised: "Found",
    allMarkets: "all markets", "state-all": "all", "state-open": "open", "state-acknowledged": "acknowledged", "state-handled": "handled", "state-closed": "closed",
  },
  zh: {
    title: "{0} 个异常", severe: "{0} 个严重异常待处理", severity: "严重程度", rule: "规则", element: "元件", outage: "故障后", period: "时段", threshold: "限值", cycle: "轮次", version: "版本", owner: "所属成员", raised: "发现时间",
    allMarkets: "全部市场", "state-all": "全部", "state-open": "未处理", "state-acknowledged": "已确认", "state-handled": "已处理", "state-closed": "已关闭",
  },
};
