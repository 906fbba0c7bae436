// Words of payments and credit.
export default {
  en: {
    title: "Payments and credit", titleLate: "{0} items are late", closes: "Closes", process: "Settlement process", statements: "Statements", openAlone: "open ones alone", items: "What is owed", "no-items": "Nothing is owed: there are no invoices yet.", credit: "Deposits and exposure", "no-credit": "No member is rated.", guarantees: "Guarantees", "no-guarantees": "There are no guarantees.", defaults: "Defaults", "no-defaults": "Nobody defaulted.", balances: "Balances; they add up to 0", "no-balances": "Nothing is booked.",
    member: "Member", number: "Number", kind: "Kind", direction: "Who pays", collect: "member pays", pay: "exchange pays", month: "Month", due: "Due", yuan: "Amount", openYuan: "Open", late: "late", paid: "paid", open: "open", INVOICE: "invoice", LATE_FEE: "late fee", DEFAULT_SHARE: "share of a default",
    rating: "Rating", referenceYuan: "Reference", requiredYuan: "Required", heldYuan: "Held", shortageYuan: "Missing", deadline: "Make good until", penaltyYuan: "Penalty", exposureYuan: "Exposure", uncoveredYuan: "Not covered", leftYuan: "Left", note: "Note", acts: "Acts", giveBack: "Give back", defaulter: "Who did not pay", account: "Account", balanceYuan: "Balance",
    second: "Waiting for a second person", "no-second": "Nothing waits for a second person.", proposedBy: "by {0}", content: "What it does", another: "Somebody else has to decide.", approved: "Approve", rejected: "Reject", actsOf: "Acts", invoices: "Make the invoices of a month", bank: "Book a file of the bank", file: "File", bankHint: "CSV or camt.053, all of it or nothing", offset: "Set off what a member owes and is owed", lateFees: "Charge late fees up to a day", default: "Propose a default", rate: "Propose a rating", estimateYuan: "Estimate of a month, yuan", guarantee: "Note a guarantee", tell: "Tell members whose deposit is short", orders: "Payments to be made (CSV)",
    CASH: "cash", BANK_GUARANTEE: "bank guarantee", UNSECURED: "unsecured", OTHER: "other",
  },
  zh: {
    title: "收付与信用", titleLate: "{0} 项逾期未付", closes: "月结", process: "结算流程", statements: "结算单", openAlone: "仅未结清", items: "应收应付", "no-items": "尚无发票，没有应收应付。", credit: "保证金与风险敞口", "no-credit": "没有评级成员。", guarantees: "担保", "no-guarantees": "没有担保。", defaults: "违约", "no-defaults": "没有违约。", balances: "账户余额（合计为 0）", "no-balances": "没有记账。",
    member: "成员", number: "编号", kind: "类别", direction: "付款方", collect: "成员付", pay: "交易中心付", month: "月份", due: "到期", yuan: "金额", openYuan: "未结", late: "逾期", paid: "已结清", open: "未结清", INVOICE: "发票", LATE_FEE: "滞纳金", DEFAULT_SHARE: "违约分摊",
    rating: "评级", referenceYuan: "基准", requiredYuan: "应缴", heldYuan: "已缴", shortageYuan: "缺口", deadline: "补足期限", penaltyYuan: "罚金", exposureYuan: "敞口", uncoveredYuan: "未覆盖", leftYuan: "余额", note: "备注", acts: "操作", giveBack: "退还", defaulter: "违约方", account: "账户", balanceYuan: "余额",
    second: "待第二人处理", "no-second": "没有待第二人处理的内容。", proposedBy: "由 {0} 提议", content: "内容", another: "须由他人决定。", approved: "批准", rejected: "驳回", actsOf: "操作", invoices: "生成某月发票", bank: "录入银行文件", file: "文件", bankHint: "CSV 或 camt.053，全部录入或全部不录", offset: "抵消成员应收应付", lateFees: "计收滞纳金至某日", default: "提议认定违约", rate: "提议评级", estimateYuan: "月度估计，元", guarantee: "登记担保", tell: "通知保证金不足的成员", orders: "应付款项（CSV）",
    CASH: "现金", BANK_GUARANTEE: "银行保函", UNSECURED: "无担保额度", OTHER: "其他",
  },
};
