export default {
  en: {
    title: "Day {0}", strip: "The day before and the day", needsYou: "Needs somebody", deadlines: "Next deadlines", noDeadline: "Nothing is due.",
    nothingToDo: "Nobody has to act.", who: "Who", you: "you", what: "What", due: "Until", inForce: "runs in force", runs: "runs", underWay: "on their way", failed: "failed or escalated",
    "act-node": "node {0}", "act-version": "{0} version {1}", "act-anomaly": "anomaly {1} by {0}", "act-anomalies": "{0} anomalies by {1}", anomalies: "open anomalies / severe",
    "do-check": "check", "do-submit": "submit", "do-approve": "approve",
    "due-gate": "gate closes", "due-collect": "declarations collected", "due-assemble": "case assembled", "due-clear": "cleared", "due-anomalies": "judged", "due-approve": "approved", "due-publish": "published",
  },
  zh: {
    title: "交易日 {0}", strip: "前一日与当日", needsYou: "待办事项", deadlines: "下一批截止时间", noDeadline: "没有截止事项。",
    nothingToDo: "没有待办事项。", who: "责任人", you: "您", what: "事项", due: "截止", inForce: "已生效", runs: "运行", underWay: "进行中", failed: "失败或上报",
    "act-node": "节点 {0}", "act-version": "{0} 版本 {1}", "act-anomaly": "异常 {1}（{0}）", "act-anomalies": "{0} 个异常（{1}）", anomalies: "未处理异常 / 严重",
    "do-check": "检查", "do-submit": "提交", "do-approve": "批准",
    "due-gate": "申报截止", "due-collect": "申报汇总", "due-assemble": "组装算例", "due-clear": "出清", "due-anomalies": "校核", "due-approve": "批准", "due-publish": "发布",
  },
};
