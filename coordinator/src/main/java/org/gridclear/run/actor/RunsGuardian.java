package org.gridclear.run.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPlan;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRequest;

/**
 * The runs of a coordinator: those that wait for a first node, those that are being stored, those
 * under way. It never waits itself, so whoever asks is answered while others are still waiting.
 */
final class RunsGuardian extends AbstractBehavior<RunsGuardian.Command> {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** What the guardian is told. */
  sealed interface Command {}

  /** A run that is asked for; the answer comes when it is acknowledged or refused. */
  record Submit(RunRequest request, RunPlan plan, CompletableFuture<RunHandle> answer)
      implements Command {}

  /** A run that has its record, of this coordinator, and is to be begun. */
  record Begin(RunPlan plan, RunRecord record, CompletableFuture<RunHandle> answer)
      implements Command {}

  /** Somebody wants a run to stop who saw it in this epoch, or in an earlier one. */
  record CancelRun(String runId, long epoch) implements Command {}

  private record Stored(Submit submit, RunRecord record, Throwable failure) implements Command {}

  private record Gone(String runId, long epoch) implements Command {}

  private record Look() implements Command {}

  private record Waiting(Submit submit, long untilNanos) {}

  private record Living(ActorRef<RunActor.Command> actor, long epoch) {}

  private final RunsSetting setting;
  private final Admission admission;
  private final TimerScheduler<Command> timers;
  private final ActorRef<DispatchActor.Command> dispatch;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, Living> living = new HashMap<>();

  /** Users of the runs that are being stored, by run id. */
  private final Map<String, String> beingStored = new HashMap<>();

  static Behavior<Command> create(RunsSetting setting) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new RunsGuardian(context, timers, setting)));
  }

  private RunsGuardian(
      ActorContext<Command> context, TimerScheduler<Command> timers, RunsSetting setting) {
    super(context);
    this.setting = setting;
    this.timers = timers;
    admission = new Admission(setting.grid(), setting.limits(), setting.clock());
    dispatch =
        context.spawn(
            DispatchActor.create(
                setting.grid().dispatcher(),
                setting.grid().store(),
                setting.blocking(),
                setting.ticker()),
            "dispatch");
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Submit.class, this::onSubmit)
        .onMessage(Stored.class, this::onStored)
        .onMessage(Begin.class, this::onBegin)
        .onMessage(CancelRun.class, this::onCancel)
        .onMessage(Gone.class, this::onGone)
        .onMessage(Look.class, message -> onLook())
        .build();
  }

  private Behavior<Command> onSubmit(Submit submit) {
    waiting.add(
        new Waiting(submit, setting.ticker().nanos() + setting.limits().waitForNodes().toNanos()));
    return onLook();
  }

  /**
   * Lets those that wait go on as soon as there is a node, and refuses those that waited enough.
   */
  private Behavior<Command> onLook() {
    boolean nodes = !setting.grid().dispatcher().workers().isEmpty();
    long now = setting.ticker().nanos();
    for (Waiting each : List.copyOf(waiting)) {
      if (nodes) {
        waiting.remove(each);
        store(each.submit());
      } else if (now - each.untilNanos() >= 0) {
        waiting.remove(each);
        each.submit()
            .answer()
            .completeExceptionally(
                new GridRefusedException(
                    "No worker is in the grid. Start one: gridclear node --join HOST:PORT"));
      }
    }
    if (!waiting.isEmpty()) {
      timers.startSingleTimer(new Look(), LOOK);
    }
    return this;
  }

  private void store(Submit submit) {
    Map<String, String> others = Map.copyOf(beingStored);
    beingStored.put(submit.plan().runId(), submit.request().user());
    getContext()
        .pipeToSelf(
            CompletableFuture.supplyAsync(
                () -> admission.store(submit.request(), submit.plan(), others), setting.blocking()),
            (record, failure) -> new Stored(submit, record, failure));
  }

  private Behavior<Command> onStored(Stored stored) {
    beingStored.remove(stored.submit().plan().runId());
    Throwable failure = stored.failure();
    if (failure instanceof CompletionException && failure.getCause() != null) {
      failure = failure.getCause();
    }
    if (failure != null) {
      stored.submit().answer().completeExceptionally(failure);
      return this;
    }
    return onBegin(new Begin(stored.submit().plan(), stored.record(), stored.submit().answer()));
  }

  private Behavior<Command> onBegin(Begin begin) {
    RunRecord record = begin.record();
    String runId = record.status().runId();
    RunHandle handle = setting.own().add(record);
    String name = "run-" + runId + "-" + record.epoch();
    ActorRef<RunActor.Command> actor =
        getContext()
            .spawn(
                RunActor.create(
                    new RunActor.Setting(
                        begin.plan(), handle, setting, () -> setting.own().fenced(handle)),
                    dispatch),
                name);
    living.put(runId, new Living(actor, record.epoch()));
    getContext().watchWith(actor, new Gone(runId, record.epoch()));
    begin.answer().complete(handle);
    return this;
  }

  /** An actor of an earlier epoch does not take the place of a later one with it. */
  private Behavior<Command> onGone(Gone gone) {
    Living actor = living.get(gone.runId());
    if (actor != null && actor.epoch() == gone.epoch()) {
      living.remove(gone.runId());
    }
    return this;
  }

  private Behavior<Command> onCancel(CancelRun cancel) {
    Living run = living.get(cancel.runId());
    if (run != null && run.epoch() >= cancel.epoch()) {
      run.actor().tell(new RunActor.Cancel(run.epoch()));
    }
    return this;
  }
}
