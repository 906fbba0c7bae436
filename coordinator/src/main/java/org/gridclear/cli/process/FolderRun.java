package org.gridclear.cli.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.ParquetOption;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.report.ResultPlace;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.table.TableFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Options of commands that have something computed in a grid and write a folder, and that way. */
public final class FolderRun {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private GridOptions grid;
  @Mixin private ProgressOption progress;
  @Mixin private ParquetOption parquet;
  @Mixin private OutputFolder out;
  @Mixin private PrintOption print;

  private @Nullable Path written;

  /** Writes what was computed. */
  public interface Writing {
    /**
     * Writes the folder of a run.
     *
     * @param beside formats that tables are written in beside CSV
     */
    Written to(ResultPlace place, RunResult result, GridStore store, Set<TableFormat> beside)
        throws IOException;
  }

  /**
   * What is said about a folder.
   *
   * @param text what people read
   * @param failures what goes to the error stream
   * @param where the line that names the folder
   * @param clean whether nobody must act
   */
  public record Written(String text, List<String> failures, String where, boolean clean) {}

  /**
   * Looks at where the folder and the grid would be, before anything is read.
   *
   * @throws IllegalArgumentException if nothing may be written there
   */
  public void check() {
    checkFolder();
    reach();
  }

  /** Looks at where the folder would be. */
  public void checkFolder() {
    out.check();
  }

  /** Looks at whether the grid that is to be joined is there. */
  public void reach() {
    grid.reach();
  }

  /** The folder that was written; null if none was. */
  public @Nullable Path written() {
    return written;
  }

  /** Takes down that a folder was written, though more may follow. */
  public void wrote(Path folder) {
    written = folder;
  }

  /** The place of a run's folder. */
  public ResultPlace place(RunResult result) {
    return out.ofRun(result.status().runId());
  }

  /** Formats that tables are written in beside CSV. */
  public Set<TableFormat> beside() {
    return parquet.wanted();
  }

  /** Whether a program reads the output. */
  public boolean json() {
    return print.json();
  }

  /** Where words for people go. */
  public PrintWriter words() {
    return print.words(spec.commandLine().getOut());
  }

  /** The options of the grid. */
  public GridOptions grid() {
    return grid;
  }

  /** Where progress goes; null for nowhere. */
  public @Nullable PrintWriter progress() {
    return progress.on(spec.commandLine().getErr());
  }

  /** Waits for a run, whose parts are called by a word such as {@code cases}. */
  public RunResult await(RunHandle handle, String parts) {
    return RunWatch.await(handle, parts, progress());
  }

  /** Has a job done, writes its folder and says so; the exit code. */
  public int run(Job job, String parts, Writing writing) throws IOException {
    try (Grid own = Grid.startLight(grid)) {
      RunResult result = await(own.runs().submit(job), parts);
      return RunWatch.done(result, spec.commandLine().getErr())
          ? write(result, own.runs(), writing)
          : ExitCodes.FAILED_CELLS;
    }
  }

  /** Writes the folder of a run and says so; the exit code. */
  public int write(RunResult result, StudyRuns runs, Writing writing) throws IOException {
    ResultPlace place = place(result);
    Written said = writing.to(place, result, runs.store(), beside());
    wrote(place.folder());
    PrintWriter output = words();
    output.print(said.text());
    said.failures().forEach(spec.commandLine().getErr()::println);
    output.println(said.where());
    output.flush();
    print.summary(place.folder(), spec.commandLine().getOut());
    return ExitCodes.clean(said.clean());
  }
}
