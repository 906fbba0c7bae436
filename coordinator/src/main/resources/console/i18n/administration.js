// Words of accounts, tokens and the audit log.
export default {
  en: {
    accounts: "Accounts", accountName: "Account", groups: "Groups", group: "Group", rights: "Rights", scope: "Whose data it sees", scopeMembers: "Members", scopeZones: "Zones", scopeMarkets: "Markets",
    superuser: "superuser", tokens: "Tokens", token: "Token", isLocked: "locked", isActive: "active", isInvited: "invited", inviteSomebody: "Invite somebody", invite: "Invite {0}",
    nameHint: "small letters, digits, hyphens", scopeHint: "all, none, or ids with commas between", listHint: "names with commas between", rightsHint: "such as READ_MARKET, READ_OWN; an administrative group has no rights of the business",
    linkOf: "Link for {0}", linkOnce: "It is shown once and good once, until {0} {1}. By it the owner chooses a password and sets up the second factor; nobody else knows either.",
    defineGroup: "Define a group", noAccount: "There is no account {0}.", lock: "Lock out", unlock: "Let in again", reset: "New password and second factor", resetSays: "A new link ends the password, the second factor, sessions and tokens of the account. A lock ends its sessions at once.",
    whatDone: "What it did", changeScope: "Change whose data it sees", changeGroups: "Change groups", noTokens: "There are no tokens.", revoke: "Revoke {0}", myAccess: "My access", label: "Label", until: "Good until", acts: "Acts",
    labelHint: "what the program is", goodFor: "Good for", makeToken: "Make a token", tokenOnce: "The token is shown once; keep it where the program finds it.", oldPassword: "Password until now", newPassword: "New password", passwordHint: "Other sessions and all tokens end.",
    changePassword: "Change the password", noAccounts: "This server has no accounts: whoever reaches it may do everything but administer.", auditLog: "Audit log", audit_user: "Account", audit_text: "Text", kind: "Kind", outcome: "Outcome",
    BUSINESS: "business", SYSTEM: "system", SUCCESS: "success", FAILURE: "failure", clear: "Clear", number: "No.", operation: "Operation", detail: "Detail", address: "Address", looked: "{0} found in {1} records looked through",
    newestFirst: "Back to the newest", older: "Older", seals: "Seals", noSeals: "There are no seals yet.", lines: "Lines", signature: "Signature", signed: "signed", unsigned: "no signature", key: "Key", checkLog: "Check the log",
    changed: "{0} findings: somebody changed the log", unchanged: "nothing shows that the log was changed",
  },
  zh: {
    accounts: "账户", accountName: "账户", groups: "组", group: "组", rights: "权限", scope: "可见数据范围", scopeMembers: "成员", scopeZones: "分区", scopeMarkets: "市场",
    superuser: "超级用户", tokens: "令牌", token: "令牌", isLocked: "已锁定", isActive: "正常", isInvited: "已邀请", inviteSomebody: "邀请用户", invite: "邀请 {0}",
    nameHint: "小写字母、数字、连字符", scopeHint: "all、none，或以逗号分隔的编号", listHint: "以逗号分隔的名称", rightsHint: "例如 READ_MARKET, READ_OWN；管理组不含业务权限",
    linkOf: "{0} 的链接", linkOnce: "仅显示一次，仅可使用一次，有效期至 {0} {1}。账户所有者通过它设置密码和第二因子，他人无从得知。",
    defineGroup: "定义组", noAccount: "没有账户 {0}。", lock: "锁定", unlock: "解锁", reset: "重设密码和第二因子", resetSays: "新链接使该账户的密码、第二因子、会话和令牌失效。锁定立即结束其会话。",
    whatDone: "操作记录", changeScope: "更改可见数据范围", changeGroups: "更改组", noTokens: "没有令牌。", revoke: "撤销 {0}", myAccess: "我的访问", label: "标签", until: "有效期至", acts: "操作",
    labelHint: "程序名称", goodFor: "有效天数", makeToken: "创建令牌", tokenOnce: "令牌仅显示一次；请保存在程序可读取之处。", oldPassword: "当前密码", newPassword: "新密码", passwordHint: "其他会话和所有令牌将失效。",
    changePassword: "修改密码", noAccounts: "此服务器没有账户：可访问者可执行除管理外的所有操作。", auditLog: "审计日志", audit_user: "账户", audit_text: "文本", kind: "类别", outcome: "结果",
    BUSINESS: "业务", SYSTEM: "系统", SUCCESS: "成功", FAILURE: "失败", clear: "清除", number: "序号", operation: "操作", detail: "详情", address: "地址", looked: "在 {1} 条记录中找到 {0} 条",
    newestFirst: "回到最新", older: "更早", seals: "封印", noSeals: "还没有封印。", lines: "行数", signature: "签名", signed: "已签名", unsigned: "无签名", key: "密钥", checkLog: "检查日志",
    changed: "{0} 项发现：日志被更改", unchanged: "未发现日志被更改",
  },
};
