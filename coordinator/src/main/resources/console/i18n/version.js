export default {
  en: {
    version: "version {0}", made: "made by {0}, {1}", clean: "Neither auditor nor rules have an objection.", severe: "{0} severe anomalies are not handled; they hold up the approval.", next: "Next step", check: "I have looked at it", submit: "Submit for approval", approve: "Approve", reject: "Reject", publish: "Publish", withdraw: "Withdraw",
    reasonFor: "required to reject or to withdraw", sayWhy: "Say why.", another: "Another account has to approve.", differences: "Differences", means: "means over the day, MW and yuan/MWh", versionBefore: "from version {1}", dayBefore: "from {0}, version {1}", nothingBefore: "There is nothing before it.",
    anomalies: "Anomalies", noAnomalies: "None was found.", severity: "Severity", rule: "Rule", element: "Element", threshold: "Limit", history: "History", objections: "Against it",
  },
  zh: {
    version: "版本 {0}", made: "由 {0} 生成，{1}", clean: "审计与规则均无异议。", severe: "{0} 个严重异常未处理，暂不能批准。", next: "下一步", check: "已检查", submit: "提交审批", approve: "批准", reject: "驳回", publish: "发布", withdraw: "撤回",
    reasonFor: "驳回或撤回须说明原因", sayWhy: "请说明原因。", another: "须由另一账户批准。", differences: "差异", means: "全日均值，MW 与元/MWh", versionBefore: "与版本 {1} 比较", dayBefore: "与 {0} 版本 {1} 比较", nothingBefore: "之前没有结果。",
    anomalies: "异常", noAnomalies: "没有异常。", severity: "严重程度", rule: "规则", element: "元件", threshold: "限值", history: "历史", objections: "异议",
  },
};
