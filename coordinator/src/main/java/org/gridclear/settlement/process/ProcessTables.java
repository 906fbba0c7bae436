package org.gridclear.settlement.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.market.series.MarketClock;
import org.gridclear.settlement.proof.StatementLine;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** Tables of the process, for every door. Times are on the market's clock. */
public final class ProcessTables {
  private ProcessTables() {}

  /** Money of 0.001 yuan, as a table has it. */
  static BigDecimal yuan(long milliYuan) {
    return BigDecimal.valueOf(milliYuan, 3);
  }

  private static BigDecimal quantity(long tenThousandths) {
    return BigDecimal.valueOf(tenThousandths, 4);
  }

  private static Column exact(String name, String description) {
    return new Column(name, Column.Type.QUANTITY, description);
  }

  private static Column date(String name, String description) {
    return new Column(name, Column.Type.DATE, description);
  }

  private static String time(MarketClock clock, @Nullable Instant at) {
    return at == null ? "" : clock.show(at);
  }

  /** What is due. */
  public static Table calendar(List<ProcessCalendar.Task> tasks, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "settlement-calendar",
            "A task of the settlement process.",
            Column.text("task", "data, day, week, month, confirmation, answer or update."),
            Column.text("subject", "Of what."),
            Column.text("owner", "Whose it is: data, settlement, or a member."),
            Column.text("due", "Until when."),
            Column.text("done", "When it was done; empty while it is open."),
            Column.text("state", "ahead, open, late, done or done late."));
    for (ProcessCalendar.Task each : tasks) {
      rows.add(
          each.task(),
          each.subject(),
          each.owner(),
          time(clock, each.due()),
          time(clock, each.done()),
          each.state());
    }
    return rows.table();
  }

  /** Proposals and what became of them. */
  public static Table proposals(List<Proposal> proposals, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "settlement-proposals",
            "An act of two accounts.",
            Column.whole("number", "Its number."),
            Column.text("act", "What it is."),
            Column.text("content", "The act, JSON."),
            Column.text("state", "open, approved or rejected."),
            Column.text("by", "Who proposed it."),
            Column.text("at", "When."),
            Column.text("decidedBy", "Who decided; empty while it is open."),
            Column.text("decidedAt", "When; empty while it is open."),
            Column.text("reason", "Why."));
    for (Proposal each : proposals) {
      Optional<Proposal.Decision> made = each.decision();
      rows.add(
          each.number(),
          each.act().getClass().getSimpleName(),
          Json.MAPPER.writeValueAsString(each.act()),
          each.state(),
          each.by(),
          time(clock, each.at()),
          made.map(Proposal.Decision::by).orElse(""),
          time(clock, made.map(Proposal.Decision::at).orElse(null)),
          made.map(Proposal.Decision::reason).orElse(""));
    }
    return rows.table();
  }

  /** Statements as they stand. */
  public static Table statements(List<StatementQueries.Shown> shown, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "statements",
            "A statement of a member.",
            Column.whole("publication", "Number of its publication."),
            Column.text("number", "Its number, which never repeats."),
            Column.text("kind", "DAY, WEEK, MONTH, UPDATE or RESETTLEMENT."),
            Column.text("member", "Whose it is."),
            Column.text("name", "Name of the member."),
            date("from", "First day."),
            date("to", "Last day."),
            Column.money("yuan", "Total, positive where the exchange pays."),
            Column.text("publishedAt", "When it was published."),
            Column.text("state", "INFORMATION, UNCONFIRMED, DISPUTED, CONFIRMED or REPLACED."),
            Column.text("confirmBy", "Until when it is to be confirmed; empty if it need not be."),
            Column.text("confirmedBy", "Who confirmed it; empty for nobody, or silence."),
            Column.text("root", "Published hash."));
    for (StatementQueries.Shown each : shown) {
      Publication of = each.publication();
      rows.add(
          of.number(),
          each.number(),
          of.act().kind().name(),
          each.entry().member(),
          each.entry().name(),
          of.act().from(),
          of.act().to(),
          yuan(each.entry().milliYuan()),
          time(clock, of.at()),
          each.state().name(),
          time(clock, each.confirmBy().orElse(null)),
          each.confirmation().map(ProcessState.Confirmation::by).orElse(""),
          of.act().root());
    }
    return rows.table();
  }

  /** Lines of a statement. */
  public static Table lines(List<StatementLine> lines) {
    Table.Rows rows =
        new Table.Rows(
            "statement-lines",
            "An item of an entity on a day.",
            Column.text("entity", "Entity."),
            date("date", "Operating day."),
            Column.text("item", "Item."),
            exact("quantity", "Quantity."),
            Column.text("unit", "Unit of the quantity; empty without quantity."),
            Column.money("yuan", "Amount, positive where the exchange pays."));
    for (StatementLine line : lines) {
      rows.add(
          line.entity(),
          line.date(),
          line.item(),
          quantity(line.quantity()),
          line.unit(),
          yuan(line.milliYuan()));
    }
    return rows.table();
  }

  /** Intervals of an entity on a day. */
  public static Table intervals(List<StatementQueries.IntervalLine> lines) {
    Table.Rows rows =
        new Table.Rows(
            "statement-intervals",
            "An item of an interval.",
            Column.text("item", "Item."),
            Column.whole("interval", "From 1; 0 for a line of the day."),
            Column.text("contract", "Contract; empty for none."),
            exact("quantity", "Quantity."),
            Column.text("unit", "Unit of the quantity; empty without quantity."),
            Column.money("price", "Price of one unit; empty without quantity."),
            Column.money("yuan", "Amount, positive where the exchange pays."));
    for (StatementQueries.IntervalLine line : lines) {
      rows.add(
          line.item(),
          line.interval(),
          line.contract(),
          quantity(line.quantity()),
          line.unit(),
          line.price().map(ProcessTables::yuan).orElse(null),
          yuan(line.milliYuan()));
    }
    return rows.table();
  }

  /** Sums over a period. */
  public static Table sums(List<StatementQueries.Sum> sums) {
    Table.Rows rows =
        new Table.Rows(
            "statement-sums",
            "An item over a period.",
            Column.text("item", "Item."),
            exact("quantity", "Quantity."),
            Column.text("unit", "Unit of the quantity; empty without quantity."),
            Column.money("yuan", "Amount, positive where the exchange pays."));
    for (StatementQueries.Sum sum : sums) {
      rows.add(sum.item(), quantity(sum.quantity()), sum.unit(), yuan(sum.milliYuan()));
    }
    return rows.table();
  }

  /** Disputes as they stand. */
  public static Table disputes(List<Dispute> disputes, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "disputes",
            "A dispute.",
            Column.whole("number", "Its number."),
            Column.whole("publication", "Number of the publication that it is about."),
            Column.text("member", "Who filed it."),
            date("date", "Operating day."),
            Column.text("entity", "Entity."),
            Column.text("item", "Item."),
            Column.text("claim", "What is wrong."),
            Column.text("papers", "Names of papers."),
            Column.flag("nextPeriod", "Whether it goes to the next period."),
            Column.text("filedAt", "When it was filed."),
            Column.text("filedBy", "Account that filed it."),
            Column.text("state", "SUBMITTED, IN_PROCESS, ANSWERED, REFUSED or WITHDRAWN."),
            Column.text("answerBy", "Until when it is to be answered."),
            Column.text("outcome", "GRANTED, GRANTED_WITH_EXCEPTIONS or DENIED; empty before."),
            Column.text("answer", "The answer; empty before."),
            Column.text("refuseBy", "Until when the answer may be refused; empty before."),
            Column.text("refusal", "Why an answer was refused; empty if none was."),
            Column.whole("update", "Publication that settled it; 0 for none."));
    for (Dispute each : disputes) {
      ProcessEvent.DisputeFiled filed = each.filed();
      Act.Answered answer = each.answer();
      rows.add(
          each.number(),
          filed.publication(),
          filed.member(),
          filed.date(),
          filed.entity(),
          filed.item(),
          filed.claim(),
          filed.papers().keySet().stream().collect(Collectors.joining(", ")),
          filed.nextPeriod(),
          time(clock, each.at()),
          each.by(),
          each.state().name(),
          time(clock, each.answerBy()),
          answer == null ? "" : answer.outcome().name(),
          answer == null ? "" : answer.words(),
          time(clock, each.refuseBy()),
          each.refusal() == null ? "" : each.refusal(),
          each.update());
    }
    return rows.table();
  }

  /** What an update changes. */
  public static Table effects(List<Effects.Change> changes) {
    Table.Rows rows =
        new Table.Rows(
            "effects",
            "What an update changes of an item of an entity on a day.",
            Column.text("member", "Whose it is."),
            Column.text("entity", "Entity."),
            date("date", "Operating day."),
            Column.text("item", "Item."),
            Column.money("beforeYuan", "Amount as it was."),
            Column.money("afterYuan", "Amount as it is."),
            Column.money("changeYuan", "What it changes by."),
            Column.flag("settled", "Whether an updated statement has it; else the next bill."));
    for (Effects.Change each : changes) {
      rows.add(
          each.member(),
          each.entity(),
          each.date(),
          each.item(),
          yuan(each.beforeMilliYuan()),
          yuan(each.afterMilliYuan()),
          yuan(each.milliYuan()),
          each.settled());
    }
    return rows.table();
  }
}
