package org.gridclear.market.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.workflow.book.TaskNames;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowReader;

/** A market with workflows, and tasks that say what they were asked to do. */
final class WorkflowFixture implements AutoCloseable {
  static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";

  final MarketFolder market;
  final List<String> done = Collections.synchronizedList(new ArrayList<>());
  final Map<String, WorkflowTask> tasks = new HashMap<>();
  final AtomicLong nanos = new AtomicLong();

  WorkflowFixture(String kind, Path folder, String zone) {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", zone, "yuan", MarketDatabases.empty(kind)));
    for (String name : TaskNames.ALL) {
      tasks.put(
          name,
          context -> {
            done.add("%s %s".formatted(context.key().text(), context.node().id()));
            return TaskOutcome.done("");
          });
    }
  }

  static String example() {
    try {
      return Files.readString(
          Path.of(System.getProperty("gridclear.root"), "examples", "rolling-day.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(String yaml, Instant from) {
    new WorkflowBooks(new PieceStore(market))
        .keep(
            WorkflowReader.read(yaml.getBytes(StandardCharsets.UTF_8), "test.yaml"),
            from,
            new Recording("ann", from));
  }

  WorkflowCoordinator coordinator(String name, Clock clock) {
    return new WorkflowCoordinator(
        market,
        new WorkflowCoordinator.Setting(
            name, tasks, clock, Runnable::run, Duration.ofHours(1), nanos::get));
  }

  @Override
  public void close() {
    market.close();
  }
}
