export default {
  en: {
    title: "Anomaly {0}", rule: "Rule", where: "Where", outage: "After outage of", owner: "Owner", period: "Worst period (of so many)", threshold: "Limit", raised: "Found", version: "version {0}", comment: "What is to be said", measure: "How it was handled",
    "measure-changed-limits": "limits were changed", "measure-fallback": "a fallback stands for it", "measure-other": "otherwise", next: "Next step", "to-acknowledged": "I have seen it", "to-handled": "It is handled", "to-closed": "Close it", history: "History",
  },
  zh: {
    title: "异常 {0}", rule: "规则", where: "位置", outage: "故障后", owner: "所属成员", period: "最严重时段（时段数）", threshold: "限值", raised: "发现时间", version: "版本 {0}", comment: "说明", measure: "处理方式",
    "measure-changed-limits": "调整限值", "measure-fallback": "采用备用结果", "measure-other": "其他", next: "下一步", "to-acknowledged": "确认", "to-handled": "标记已处理", "to-closed": "关闭", history: "历史",
  },
};
