// Settlement, nodes, administration, members, regulator; see docs/console.md.
const SETTLE = ["READ_SETTLEMENT"];
const BILLS = ["READ_SETTLEMENT", "READ_OWN"];
const MEMBER = ["DECLARE"];

/** A bill by its number. */
const bill = async (text, api) => (/^[BC]\d{6}-.+-\d+$/.test(text)
  ? api.get(`/bills/${encodeURIComponent(text)}`).then((found) => [{ label: found.issued.number, path: `/bills/${found.issued.number}` }]) : []);

/** An account by its name. */
const account = async (text, api) => (await api.get("/accounts")).filter((each) => each.name.includes(text.toLowerCase())).slice(0, 5)
  .map((each) => ({ label: each.name, path: `/accounts/${each.name}` }));

export default [
  { path: "/settlement", home: "/settlement", file: "settlement.js", rail: "settlement", key: "l", needs: SETTLE, title: { en: "Settlement", zh: "结算" } },
  { path: "/settlement/process", file: "process.js", rail: "settlement", needs: ["SETTLE"], title: { en: "Settlement process", zh: "结算流程" } },
  { path: "/settlement/preview", file: "preview.js", rail: "settlement", needs: ["SETTLE"], title: { en: "Preview of a correction", zh: "更正预览" } },
  { path: "/payments", home: "/payments", file: "payments.js", rail: "payments", key: "y", needs: ["SETTLE", "READ_OWN"], title: { en: "Payments", zh: "收付" } },
  { path: "/statements", file: "statements.js", rail: "settlement", needs: ["SETTLE", "READ_OWN"], title: { en: "Statements", zh: "结算单" } },
  { path: "/statements/:publication/:member", file: "statement.js", rail: "settlement", needs: ["SETTLE", "READ_OWN"], title: { en: "Statement", zh: "结算单" } },
  { path: "/settlement/:close", file: "close.js", rail: "settlement", needs: SETTLE, title: { en: "Close", zh: "月结" } },
  { path: "/settlement/:close/entities/:entity", file: "entity.js", rail: "settlement", needs: SETTLE, title: { en: "Amounts of an entity", zh: "主体金额" } },
  { path: "/bills", file: "bills.js", rail: "settlement", needs: BILLS, title: { en: "Bills", zh: "账单" } },
  { path: "/bills/:number", file: "bill.js", rail: "settlement", needs: BILLS, search: bill, title: { en: "Bill", zh: "账单" } },
  { path: "/nodes", home: "/nodes", file: "nodes.js", rail: "nodes", key: "o", needs: ["RUN", "READ_RESULTS", "MANAGE_GRID", "READ_METRICS"], title: { en: "Nodes", zh: "节点" } },
  { path: "/member", home: "/member", file: "member.js", rail: "member", key: "m", needs: MEMBER, title: { en: "Member", zh: "市场成员" } },
  { path: "/member/declare", file: "declare.js", rail: "member", needs: MEMBER, title: { en: "Declare", zh: "申报" } },
  { path: "/member/receipts/:market/:number", file: "receipt.js", rail: "member", needs: ["DECLARE", "READ_OWN"], title: { en: "Receipt", zh: "回执" } },
  { path: "/member/messages", file: "messages.js", rail: "member", needs: ["READ_OWN", "SUPERVISE"], title: { en: "Messages and notices", zh: "消息与公告" } },
  { path: "/forum", home: "/forum", file: "forum.js", rail: "forum", key: "f", needs: ["READ_OWN", "OPERATE_MARKET"], title: { en: "Forum", zh: "论坛" } },
  { path: "/guide", home: "/guide", file: "guide.js", rail: "guide", key: "q", needs: [], title: { en: "Guide to the market", zh: "市场指南" } },
  { path: "/help", home: "/help", file: "help.js", rail: "help", key: "j", needs: [], title: { en: "Help", zh: "帮助" } },
  { path: "/regulator", home: "/regulator", file: "regulator.js", rail: "regulator", key: "v", needs: ["SUPERVISE"], title: { en: "Regulator", zh: "监管" } },
  { path: "/inquiries", home: "/inquiries", file: "inquiries.js", rail: "inquiries", key: "t", needs: ["SUPERVISE", "OPERATE_MARKET"], title: { en: "Inquiries about prices", zh: "价格问询" } },
  { path: "/workflows", home: "/workflows", file: "workflows.js", rail: "workflows", needs: ["OPERATE_MARKET", "APPROVE_DAY", "READ_SETTLEMENT"], title: { en: "Workflows", zh: "流程" } },
  { path: "/accounts", home: "/accounts", file: "accounts.js", rail: "administration", key: "c", needs: ["MANAGE_ACCOUNTS"], title: { en: "Accounts", zh: "账户" } },
  { path: "/accounts/:name", file: "account.js", rail: "administration", needs: ["MANAGE_ACCOUNTS"], search: account, title: { en: "Account", zh: "账户" } },
  { path: "/audit", home: "/audit", file: "audit.js", rail: "audit", needs: ["READ_AUDIT"], title: { en: "Audit log", zh: "审计日志" } },
  { path: "/access", home: "/access", file: "access.js", rail: "access", needs: [], title: { en: "My access", zh: "我的访问" } },
];
