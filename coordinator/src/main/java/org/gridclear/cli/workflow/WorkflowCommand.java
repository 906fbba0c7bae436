package org.gridclear.cli.workflow;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.rulebase.RulesPrint;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.workflow.Doer;
import org.gridclear.market.workflow.InstanceStatus;
import org.gridclear.market.workflow.NodeAct;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.WorkflowTables;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear workflow}: what runs when, how it stands, and what people do to it. */
@Command(
    name = "workflow",
    description = {
      "Workflows of a market: what runs when and by whom, how it stands, what people do to it",
      "(docs/market-day.md)."
    },
    subcommands = {WorkflowRunCommand.class, CommandLine.HelpCommand.class})
public final class WorkflowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(out());
    return ExitCodes.DONE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static MarketClock clock(MarketFolder folder) {
    return new MarketClock(folder.facts().zone());
  }

  private static WorkflowOperation workflows(MarketFolder folder) {
    return new WorkflowOperation(folder, Clock.systemUTC());
  }

  private static Doer doer(Actor actor) {
    return new Doer(actor.name(), actor.groups(), actor.may(Right.OPERATE_MARKET));
  }

  @Command(
      name = "set",
      description = {
        "Propose the workflows of a market, YAML or JSON, all of them in one file; they hold once",
        "another account approved them: gridclear rules review."
      })
  int set(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(
              names = "--from",
              paramLabel = "TIME",
              description = "From when they hold (default: their approval).")
          String from,
      @Option(names = "--note", defaultValue = "", description = "Why, for the reviewer.")
          String note,
      @Parameters(paramLabel = "FILE", description = "The workflows.") Path file)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(market.path().resolve("audit"));
      actor.scope(Right.OPERATE_MARKET);
      RuleBase rules = new RuleBase(folder, Clock.systemUTC());
      String name = String.valueOf(file.getFileName());
      byte[] content = Files.readAllBytes(file);
      Optional<Instant> time = Optional.ofNullable(from).map(clock(folder)::local);
      RuleProposal made =
          actor.change(
              "workflow set",
              name,
              () ->
                  rules.propose(
                      new RuleBase.Wanted(
                          RuleKinds.WORKFLOW, content, name, time, actor.name(), note)));
      RulesPrint.shown(rules, made, clock(folder), out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "show", description = "The workflows that hold now, as JSON that 'set' reads.")
  int show(@Mixin MarketOption market) {
    try (MarketFolder folder = market.open()) {
      byte[] held =
          new RuleBase(folder, Clock.systemUTC())
              .at(RuleKinds.WORKFLOW, "", Instant.now())
              .content();
      out().println(new String(held, StandardCharsets.UTF_8));
      out().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "status",
      description = {
        "Instances with their next step, who has to take it and the time left: those that are"
            + " open,",
        "or all of trading dates; with WORKFLOW and --date the nodes of one.",
        "Exit code 1: something failed, was missed, is escalated or late."
      })
  int status(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(names = "--date", paramLabel = "DATE", description = "Trading date.") LocalDate date,
      @Option(names = "--to", paramLabel = "DATE", description = "Last trading date, from --date.")
          LocalDate to,
      @Option(
              names = "--cycle",
              converter = OptionNumbers.FromZero.class,
              defaultValue = "0",
              description = "Number of the cycle of WORKFLOW.")
          int cycle,
      @Option(
              names = "--run",
              converter = OptionNumbers.FromOne.class,
              defaultValue = "1",
              description = "Run of that cycle.")
          int run,
      @Parameters(paramLabel = "WORKFLOW", arity = "0..1", description = "Id of a workflow.")
          String workflow)
      throws Exception {
    output.check();
    if ((workflow != null || to != null) && date == null) {
      throw new IllegalArgumentException("Say of which trading date: --date.");
    }
    try (MarketFolder folder = market.open()) {
      WorkflowOperation workflows = workflows(folder);
      if (workflow != null) {
        InstanceStatus one = workflows.status(new InstanceKey(workflow, date, cycle, run));
        output.write(WorkflowTables.nodes(one, clock(folder)), out());
        return one.needsEye() ? ExitCodes.FAILED_CELLS : ExitCodes.DONE;
      }
      List<InstanceStatus> all =
          date == null ? workflows.open() : workflows.status(date, to == null ? date : to);
      output.write(WorkflowTables.status(all, clock(folder)), out());
      boolean eye = all.stream().anyMatch(InstanceStatus::needsEye);
      return eye ? ExitCodes.FAILED_CELLS : ExitCodes.DONE;
    }
  }

  @Command(name = "history", description = "What became of an instance: who, when, why.")
  int history(
      @Mixin MarketOption market, @Mixin TableOutput output, @Mixin InstanceOptions instance)
      throws Exception {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          WorkflowTables.history(workflows(folder).history(instance.key()), clock(folder)), out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "start",
      description = "Start a cycle of a trading date by hand; a running scheduler runs it.")
  int start(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin InstanceOptions instance,
      @Option(names = "--reason", defaultValue = "", description = "Why.") String reason)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = operator(acting, market);
      InstanceKey key = instance.key();
      InstanceKey made =
          actor.change(
              "workflow start",
              key.text(),
              () ->
                  workflows(folder)
                      .start(key.workflow(), key.date(), key.cycle(), doer(actor), reason));
      out().println("Started: " + made.text());
      out().flush();
    }
    return ExitCodes.DONE;
  }

  private static Actor operator(ActorOptions acting, MarketOption market) {
    Actor actor = acting.required(market.path().resolve("audit"));
    actor.scope(Right.OPERATE_MARKET);
    return actor;
  }

  /** What is done to which node. */
  private static final class NodeOptions {
    @Mixin private InstanceOptions instance;

    @Parameters(index = "1", paramLabel = "NODE", description = "Id of the node.")
    private String node;

    @Option(names = "--reason", defaultValue = "", description = "Why.")
    private String reason;
  }

  @Command(
      name = "run-node",
      description = "Let a node run that waits for somebody of its groups, or one before its time.")
  int runNode(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin NodeOptions node)
      throws Exception {
    return act("run-node", WorkflowOperation::runNode, market, acting, node);
  }

  @Command(name = "skip", description = "Leave a node out, with a reason.")
  int skip(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin NodeOptions node)
      throws Exception {
    return act("skip", WorkflowOperation::skip, market, acting, node);
  }

  @Command(name = "retry", description = "Have a node tried again that failed or was escalated.")
  int retry(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin NodeOptions node)
      throws Exception {
    return act("retry", WorkflowOperation::retry, market, acting, node);
  }

  private int act(
      String name,
      BiFunction<WorkflowOperation, NodeAct, NodeState> what,
      MarketOption market,
      ActorOptions acting,
      NodeOptions node)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(market.path().resolve("audit"));
      NodeAct act = new NodeAct(node.instance.key(), node.node, doer(actor), node.reason);
      NodeState state =
          actor.change("workflow " + name, act.text(), () -> what.apply(workflows(folder), act));
      out().printf("%s, node %s: %s%n", act.instance().text(), act.node(), state.label());
      out().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(name = "raise", description = "Raise an event that nodes of a trading date wait for.")
  int raise(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--date", required = true, description = "Trading date.") LocalDate date,
      @Option(
              names = "--cycle",
              defaultValue = "0",
              converter = OptionNumbers.FromZero.class,
              description = "Number of the cycle (default: all of the date).")
          int cycle,
      @Parameters(paramLabel = "EVENT", description = "Its name.") String event)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = operator(acting, market);
      boolean raised =
          actor.change(
              "workflow raise",
              "%s of %s".formatted(event, date),
              () -> workflows(folder).raise(event, date, cycle, actor.name()));
      out().println(raised ? "Raised: " + event : "It was raised before: " + event);
      out().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "list",
      description = "The workflows that hold now: when they start, what they do.")
  int list(@Mixin MarketOption market, @Mixin TableOutput output) throws Exception {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          WorkflowTables.workflows(
              workflows(folder)
                  .books()
                  .at(Instant.now())
                  .map(version -> version.book())
                  .orElse(org.gridclear.market.workflow.book.WorkflowBook.EMPTY)),
          out());
    }
    return ExitCodes.DONE;
  }
}
