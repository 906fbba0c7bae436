// A state: shape, word and colour together.
import { LitElement, html } from "lit";
import { chosen } from "../app/words.js";

const GOOD = ["✓", "good"], WAIT = ["○", "wait"], BUSY = ["◐", "busy"], EYE = ["▲", "warn"], BAD = ["✕", "bad"], OUT = ["–", "wait"];
const LOOK = {
  succeeded: GOOD, done: GOOD, approved: GOOD, published: GOOD, closed: GOOD, handled: GOOD, ready: GOOD, secure: GOOD, active: GOOD,
  passed: GOOD, billable: GOOD, locked: GOOD, granted: GOOD, accepted: GOOD, verified: GOOD, checked: BUSY, submitted: BUSY, running: BUSY, acknowledged: BUSY,
  queued: WAIT, waiting: WAIT, draft: WAIT, pending: WAIT, open: EYE, fallback: EYE, escalated: EYE, overdue: EYE, warning: EYE, cancelled: OUT,
  skipped: OUT, superseded: OUT, withdrawn: OUT, failed: BAD, rejected: BAD, severe: BAD, missing: BAD, lost: BAD, denied: BAD, violated: BAD,
};
const ZH = {
  succeeded: "成功", done: "完成", approved: "已批准", published: "已发布", closed: "已关闭", handled: "已处理", ready: "就绪", checked: "已检查",
  submitted: "已提交", running: "运行中", acknowledged: "已确认", queued: "排队", waiting: "等待", draft: "草稿", pending: "待处理", open: "未处理",
  fallback: "备用结果", escalated: "已上报", overdue: "逾期", warning: "警告", cancelled: "已取消", skipped: "已跳过", superseded: "已替代",
  withdrawn: "已撤回", failed: "失败", rejected: "已驳回", severe: "严重", missing: "缺失", lost: "丢失", denied: "已拒绝", violated: "越限",
  secure: "安全", active: "运行", locked: "已锁定", granted: "已批准", accepted: "已接受", verified: "已核实", passed: "通过", notice: "提示", aggregating: "汇总中", resolving: "准备中", info: "信息",
};

/** Shape and class of a state. */
export const look = (state) => LOOK[String(state).toLowerCase()] || ["•", "wait"];

/** A state's word in the language of the desk. */
export const stateWord = (state) => {
  const key = String(state).toLowerCase();
  return chosen.lang === "zh" ? ZH[key] || String(state) : key.replace(/_/g, " ");
};

class State extends LitElement {
  static properties = { value: {} };

  createRenderRoot() {
    return this;
  }

  render() {
    const [shape, kind] = look(this.value);
    return html`<span class="state ${kind}"><span aria-hidden="true">${shape}</span> ${stateWord(this.value)}</span>`;
  }
}

customElements.define("gc-state", State);
