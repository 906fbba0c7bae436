package org.gridclear.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.gridclear.cli.GridClear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear bench pages}: how smoothly the picture of a large network is dragged. */
@Command(
    name = "pages",
    description = {
      "Frames a second while the picture of a large network is dragged in a real browser.",
      "Needs Chromium in /usr/bin and a build without -Dlean. Exit code 1 below 30."
    })
final class PagesBench implements Callable<Integer> {
  private static final double SMOOTH = 30;
  private static final int WIDTH = 1400;

  /** So many lines of a mesh miss, in percent, so that it looks like a grid of power lines. */
  private static final int MISSING_PERCENT = 20;

  @Spec private CommandSpec spec;

  @Option(names = "--network", description = "A MATPOWER case (default: a mesh of 10 000 buses).")
  private Path network;

  @Option(
      names = "--seconds",
      defaultValue = "4",
      description = "Seconds of dragging (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("pages");
    Path file = network != null ? network : mesh(folder.resolve("mesh10000.m"), 100);
    Path outages = folder.resolve("outages.csv");
    Files.writeString(outages, "contingency,kind,element\nfirst,branch,L1\nsecond,branch,L2\n");
    Path report = folder.resolve("report");
    long start = System.nanoTime();
    GridClear.run(
        "screen",
        file.toString(),
        "--dc",
        "--quiet",
        "--contingencies",
        outages.toString(),
        "--out",
        report.toString());
    out.printf("screening and report: %.1f s%n", (System.nanoTime() - start) / 1e9);
    try (ReportBrowser browser =
        ReportBrowser.start().orElseThrow(() -> new IllegalArgumentException("No Chromium."))) {
      double smooth = drag(browser.page(WIDTH, ColorScheme.LIGHT), report, out);
      browser.complaints().forEach(out::println);
      out.flush();
      return smooth >= SMOOTH && browser.complaints().isEmpty() ? 0 : 1;
    }
  }

  private double drag(Page page, Path report, PrintWriter out) {
    long start = System.nanoTime();
    page.navigate(report.resolve("report.html").toUri().toString());
    out.printf("page shown: %.2f s%n", (System.nanoTime() - start) / 1e9);
    Locator canvas = page.locator("#picture canvas");
    canvas.scrollIntoViewIfNeeded();
    out.println(canvas.getAttribute("aria-label"));
    double least = Double.POSITIVE_INFINITY;
    for (String zoom : List.of("whole network", "zoomed in")) {
      double rate = drag(page, canvas);
      out.printf("%s: %.1f frames/s while it is dragged%n", zoom, rate);
      least = Math.min(least, rate);
      canvas.focus();
      for (int k = 0; k < 8; k++) {
        page.keyboard().press("+");
      }
    }
    return least;
  }

  /**
   * Frames that were drawn, over the time of dragging. The mouse goes down for real and then moves
   * once before every frame: moves from outside the browser arrive only some 25 times a second.
   */
  private double drag(Page page, Locator canvas) {
    BoundingBox box = page.locator("#picture .stage").boundingBox();
    page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    page.mouse().down();
    Object rate =
        canvas.evaluate(
            """
            (canvas, millis) => new Promise((done) => {
              const edge = canvas.parentElement.getBoundingClientRect();
              const start = performance.now(), before = drawing.frames();
              let k = 0;
              const step = () => {
                k++;
                const clientX = edge.left + edge.width * (0.5 + 0.3 * Math.sin(k / 25));
                const clientY = edge.top + edge.height * (0.5 + 0.3 * Math.cos(k / 40));
                canvas.dispatchEvent(new PointerEvent('pointermove', {pointerId: 1, clientX, clientY, bubbles: true}));
                const passed = performance.now() - start;
                if (passed < millis) requestAnimationFrame(step);
                else done(1000 * (drawing.frames() - before) / passed);
              };
              requestAnimationFrame(step);
            })
            """,
            1000 * seconds);
    page.mouse().up();
    return ((Number) rate).doubleValue();
  }

  /** A mesh of side × side buses with gaps, every bus joined to the one before it. */
  private static Path mesh(Path file, int side) throws IOException {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("function mpc = mesh\nmpc.version = '2';\n");
    text.append("mpc.baseMVA = 100;\nmpc.bus = [\n");
    for (int b = 1; b <= side * side; b++) {
      text.append(
          "%d %d %d 0 0 0 1 1 0 %d 1 1.1 0.9;%n"
              .formatted(b, b == 1 ? 3 : 1, random.nextInt(20), b % 7 == 0 ? 380 : 110));
    }
    text.append("];\nmpc.gen = [\n");
    for (int b = 1; b <= side * side; b += 25) {
      text.append("%d 240 0 999 -999 1 100 1 480 0;%n".formatted(b));
    }
    text.append("];\nmpc.branch = [\n");
    for (int b = 1; b <= side * side; b++) {
      boolean right = b % side != 0;
      boolean down = b + side <= side * side;
      if (right) {
        branch(text, b, b + 1, random);
      }
      if (down && (b % side == 0 || random.nextInt(100) >= MISSING_PERCENT)) {
        branch(text, b, b + side, random);
      }
    }
    return Files.writeString(file, text.append("];\n"));
  }

  private static void branch(StringBuilder text, int from, int to, Random random) {
    text.append(
        "%d %d 0.01 %.3f 0 %d 0 0 0 0 1 -360 360;%n"
            .formatted(from, to, 0.05 + 0.1 * random.nextDouble(), 100 + random.nextInt(3000)));
  }
}
