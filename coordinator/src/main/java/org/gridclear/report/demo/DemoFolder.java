package org.gridclear.report.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.gridclear.market.demo.DemoDay;
import org.gridclear.market.demo.DemoEvent;
import org.gridclear.market.demo.DemoStory;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.StudyRuns;

/**
 * The folder of a demonstration day: {@code day.html}, {@code day.log}, {@code day.jsonl} with all
 * that came from outside, and the market with its audit log.
 *
 * @param path the folder, which is not there yet
 */
public record DemoFolder(Path path) {
  public DemoFolder {
    if (Files.exists(path)) {
      throw new IllegalArgumentException("%s exists; name a new folder.".formatted(path));
    }
  }

  /**
   * Runs a day and keeps it.
   *
   * @param told every line of the story as it happens
   * @throws IOException if the folder cannot be written
   */
  public DemoStory run(DemoDay.Settings settings, StudyRuns runs, Consumer<DemoEvent> told)
      throws IOException {
    Files.createDirectories(path);
    Path market = path.resolve("market");
    try (PrintWriter log = new PrintWriter(Files.newBufferedWriter(path.resolve("day.log")))) {
      DemoAudit audit = new DemoAudit(market.resolve("audit"));
      DemoStory story =
          new DemoDay(
                  settings,
                  event -> {
                    log.println(event.line());
                    told.accept(event);
                    audit.add(event);
                  })
              .run(market, path.resolve("day.jsonl"), runs);
      audit.seal();
      try (MarketFolder made = MarketFolder.open(market)) {
        DemoFacts facts = DemoFacts.of(made, settings.date(), settings.plan(), Clock.systemUTC());
        Files.writeString(path.resolve("day.html"), DemoPage.of(story, facts));
      }
      return story;
    }
  }
}
