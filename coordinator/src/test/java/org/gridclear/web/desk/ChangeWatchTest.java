package org.gridclear.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What pages are told of changes, and how long what was made before stands. */
class ChangeWatchTest {
  private volatile List<RunRecord> open = List.of();

  private final RunRegistry registry =
      answering(RunRegistry.class, "page", new RunPage(List.of(), RunPage.NO_MORE));
  private final ChangeWatch watch =
      new ChangeWatch(answering(StudyRuns.class, "registry", registry), ServedMarket.NONE);

  @AfterEach
  void close() {
    watch.close();
  }

  /** A part of an interface that gives one answer, the open runs, and no node. */
  private <T> T answering(Class<T> type, String method, Object answer) {
    Map<String, Object> answers = Map.of(method, answer, "workers", List.of());
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) ->
                called.getName().equals("open") ? open : answers.get(called.getName())));
  }

  private static RunRecord run(String name) {
    RunStatus status = RunStatus.submitted(name, name, 1);
    return new RunRecord(status, "c", "c", 1, "ann", Priority.NORMAL, 0, 0);
  }

  @Test
  void aChangeOfAnOpenRunIsSeenBehindAnyNumberOfNewerOnes() {
    open = List.of(run("long"));
    String before = watch.now().id();
    assertEquals(before, watch.now().id());
    open = List.of();
    assertNotEquals(before, watch.now().id(), "it ended");
  }

  @Test
  void whatWasMadeBeforeStandsNoLongerThanTheNextChangeMadeHere() {
    assertTrue(watch.standing().isEmpty(), "nobody listens");
    watch.listen(change -> {});
    watch.now();
    assertTrue(watch.standing().isPresent());
    Runnable one = watch.changing();
    Runnable other = watch.changing();
    watch.now();
    assertFalse(watch.standing().isPresent(), "two changes are being made");
    one.run();
    watch.now();
    assertFalse(watch.standing().isPresent(), "one of them is not over");
    other.run();
    assertFalse(watch.standing().isPresent(), "nobody has looked since");
    watch.now();
    assertTrue(watch.standing().isPresent());
  }
}
