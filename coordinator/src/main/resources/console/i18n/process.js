// Words of the settlement process: what is due, statements, disputes.
export default {
  en: {
    name: "Name", process: "Settlement process", "task-data": "data of the day", "task-day": "daily statement", "task-week": "weekly statement", "task-month": "monthly statement", "task-confirmation": "confirmation", "task-dispute": "answer to a dispute", "owner-data": "data suppliers", "owner-settlement": "settlement", closes: "Closes", payments: "Payments and credit", preview: "Preview of a correction", month: "Month", task: "Task", tasks: "Due in", subject: "Of what", owner: "Whose", due: "Due", doneAt: "Done", done: "done", "done late": "done late", ahead: "ahead", open: "open", late: "late", late_n: "{0} tasks are late", nothingLate: "nothing is late",
    proposals: "Waiting for a second person", noProposals: "Nothing waits for a second person.", approved: "Approve", rejected: "Reject", proposedBy: "by {0}, {1}", content: "What it does", secondPerson: "Somebody else has to decide.", publish: "Propose a publication", propose: "Propose", close: "Close", updateOf: "Publication that an update follows",
    disputes: "Disputes", noDisputes: "There are no disputes.", take: "Take into work", answer: "Answer", answerBy: "to be answered by", outcome: "Outcome", GRANTED: "granted", GRANTED_WITH_EXCEPTIONS: "granted with exceptions", DENIED: "denied",
    SUBMITTED: "submitted", IN_PROCESS: "in work", ANSWERED: "answered", REFUSED: "answer refused", WITHDRAWN: "withdrawn", statements: "Statements", statement: "Statement", number: "Number", kind: "Kind", DAY: "day", WEEK: "week", MONTH: "month", UPDATE: "update",
    member: "Member", amount: "Amount", confirmBy: "to be confirmed by", confirmedBy: "Confirmed by", INFORMATION: "for information", UNCONFIRMED: "to be confirmed", DISPUTED: "disputed", CONFIRMED: "confirmed", REPLACED: "replaced",
    entity: "Entity", item: "Item", claim: "What is wrong", nextPeriod: "into the next period", dispute: "Dispute it", file: "File the dispute", confirm: "Confirm", lines: "Lines", intervalsOf: "Intervals of {0}, {1}", intervals: "Intervals", interval: "Interval", contract: "Contract", quantity: "Quantity", price: "Price",
  },
  zh: {
    name: "名称", process: "结算流程", "task-data": "日数据", "task-day": "日结算单", "task-week": "周结算单", "task-month": "月结算单", "task-confirmation": "确认", "task-dispute": "争议答复", "owner-data": "数据提供方", "owner-settlement": "结算", closes: "月结", payments: "收付与信用", preview: "更正预览", month: "月份", task: "任务", tasks: "到期任务", subject: "对象", owner: "负责方", due: "期限", doneAt: "完成", done: "已完成", "done late": "逾期完成", ahead: "未到", open: "进行中", late: "逾期", late_n: "{0} 项任务逾期", nothingLate: "没有逾期任务",
    proposals: "待第二人处理", noProposals: "没有待第二人处理的内容。", approved: "批准", rejected: "驳回", proposedBy: "{0} 于 {1}", content: "内容", secondPerson: "须由他人决定。", publish: "提议发布", propose: "提议", close: "月结", updateOf: "更新所依据的发布",
    disputes: "争议", noDisputes: "没有争议。", take: "受理", answer: "答复", answerBy: "答复期限", outcome: "结果", GRANTED: "支持", GRANTED_WITH_EXCEPTIONS: "部分支持", DENIED: "驳回",
    SUBMITTED: "已提交", IN_PROCESS: "处理中", ANSWERED: "已答复", REFUSED: "拒绝答复", WITHDRAWN: "已撤回", statements: "结算单", statement: "结算单", number: "编号", kind: "类别", DAY: "日", WEEK: "周", MONTH: "月", UPDATE: "更新",
    member: "成员", amount: "金额", confirmBy: "确认期限", confirmedBy: "确认者", INFORMATION: "供参考", UNCONFIRMED: "待确认", DISPUTED: "有争议", CONFIRMED: "已确认", REPLACED: "已替代",
    entity: "主体", item: "项目", claim: "异议内容", nextPeriod: "计入下一周期", dispute: "提出异议", file: "提交异议", confirm: "确认", lines: "明细", intervalsOf: "{0} 的时段，{1}", intervals: "时段", interval: "时段", contract: "合约", quantity: "数量", price: "价格",
  },
};
