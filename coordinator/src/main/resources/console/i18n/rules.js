export default {
  en: { title: "Rules and parameters", waiting: "{0} proposals wait for a second account", proposals: "Proposals", versions: "Versions", kind: "Kind", of: "Of", version: "Version", holds: "Holds", proposer: "Proposed by", approver: "Approved or set by", what: "What they say", proposedBy: "by {0}, {1}.", holdsFrom: "Holds from {0}.", another: "You proposed it: another account has to review it.", approved: "Approve", rejected: "Reject" },
  zh: { title: "规则与参数", waiting: "{0} 项提议等待第二账户审核", proposals: "提议", versions: "版本", kind: "类别", of: "对象", version: "版本", holds: "有效", proposer: "提议人", approver: "批准或设置人", what: "内容", proposedBy: "由 {0} 于 {1} 提议。", holdsFrom: "自 {0} 起生效。", another: "由您提议，须由另一账户审核。", approved: "批准", rejected: "驳回" },
};
