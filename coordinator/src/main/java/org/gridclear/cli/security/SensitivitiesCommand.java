package org.gridclear.cli.security;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.ParquetOption;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.process.RunWatch;
import org.gridclear.cli.security.OptionValues.KvRange;
import org.gridclear.cli.security.OptionValues.KvReader;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.security.SensitivityFolder;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.security.input.SensitivityReader;
import org.gridclear.security.sensitivity.SensitivityKernel;
import org.gridclear.validate.Choice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear sensitivities NETWORK}: of chosen devices to chosen groups (H-10 to H-13). */
@Command(
    name = "sensitivities",
    description = {
      "Sensitivities of chosen devices to chosen groups: of flows to units, loads, buses and"
          + " outages,",
      "of voltages to reactive power and taps. Prints the greatest; writes sensitivities.csv and",
      "summary.json. Exit code 1 if an AC power flow that is needed has no solution."
    })
public final class SensitivitiesCommand implements Callable<Integer>, RunLog.Run {
  private static final double TOLERANCE_PU = 1e-6;

  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private ParquetOption parquet;
  @Mixin private OutputFolder out;
  @Mixin private PrintOption print;
  @Mixin private CheckedGrid grid;

  @Parameters(
      paramLabel = "NETWORK",
      description =
          "A network or case file, a built-in network such as ieee118, or the folder of a cleared"
              + " case or run.")
  private String file;

  @Option(
      names = "--by",
      split = ",",
      required = true,
      paramLabel = "GROUP",
      description =
          "What moves the devices: generator, load, bus, outage (flows), reactive, tap (voltages).")
  private List<String> by;

  @Option(
      names = "--devices",
      split = ",",
      paramLabel = "ID",
      description = "Branches, flowgates and buses (default: all).")
  private List<String> devices = List.of();

  @Option(
      names = "--device-kinds",
      split = ",",
      paramLabel = "KIND",
      description = "Devices of these kinds: line, transformer, flowgate, bus.")
  private List<String> kinds = List.of();

  @Option(
      names = "--device-zones",
      split = ",",
      paramLabel = "ZONE",
      description = "Devices of these zones.")
  private List<String> zones = List.of();

  @Option(
      names = "--device-kv",
      paramLabel = "MIN..MAX",
      converter = KvReader.class,
      description = "Devices of this range of nominal voltage, such as 220..500.")
  private KvRange kv = KvRange.ALL;

  @Option(
      names = "--elements",
      split = ",",
      paramLabel = "ID",
      description = "Units, buses or branches of the groups (default: all).")
  private List<String> elements = List.of();

  @Option(
      names = "--element-zones",
      split = ",",
      paramLabel = "ZONE",
      description = "Elements of these zones.")
  private List<String> elementZones = List.of();

  @Option(
      names = "--opened",
      split = ",",
      paramLabel = "BRANCH",
      description = "Branches that are out before, as after an outage.")
  private List<String> opened = List.of();

  @Option(
      names = "--least",
      converter = OptionNumbers.NotNegative.class,
      paramLabel = "SHARE",
      description = "Smaller ones are left out (default: 0.01; 0 where voltages are asked for).")
  private Double least;

  @Option(
      names = "--q-limits",
      description = "Generators leave their voltage set point at a reactive limit.")
  private boolean reactiveLimits;

  private @Nullable Path written;

  @Override
  public @Nullable Path written() {
    return written;
  }

  @Override
  public Integer call() throws IOException {
    out.check();
    PrintWriter err = spec.commandLine().getErr();
    gridOptions.reach();
    CheckedGrid.Read read = grid.read(file, strict, err);
    SensitivityQuestion question = question();
    SensitivityKernel.check(read.network(), question, read.points().size());
    Job.Sensing job =
        new Job.Sensing(
            "sensitivities of " + read.network().name(),
            read.network(),
            read.points(),
            question,
            read.remarks());
    try (Grid own = Grid.startLight(gridOptions)) {
      RunHandle handle = own.runs().submit(job);
      RunResult result = RunWatch.await(handle, "snapshots", progress.on(err));
      if (!RunWatch.done(result, err)) {
        return ExitCodes.FAILED_CELLS;
      }
      ResultPlace place = out.of(result);
      Path folder = place.folder();
      SensitivityFolder answer = new SensitivityFolder(result, own.runs().store());
      answer.write(place, parquet.wanted());
      written = folder;
      PrintWriter output = print.words(spec.commandLine().getOut());
      output.println(answer.text());
      output.println("Tables: " + folder);
      output.flush();
      print.summary(folder, spec.commandLine().getOut());
      return answer.failed() ? ExitCodes.FAILED_CELLS : ExitCodes.DONE;
    }
  }

  private SensitivityQuestion question() {
    List<SensitivityQuestion.By> groups =
        by.stream().map(name -> Choice.of(SensitivityQuestion.By.class, "--by", name)).toList();
    boolean voltage = groups.stream().anyMatch(SensitivityQuestion.By::ofVoltage);
    return new SensitivityQuestion(
        new ElementFilter(
            devices, kinds, zones, kv.least(), Math.min(kv.greatest(), ElementFilter.ALL.kvMax())),
        groups,
        new ElementFilter(elements, List.of(), elementZones, 0, ElementFilter.ALL.kvMax()),
        opened,
        least != null ? least : voltage ? 0 : SensitivityReader.LEAST_SHARE,
        new PowerFlowOptions(
            PowerFlowOptions.Start.FILE,
            reactiveLimits,
            PowerFlowOptions.Sharing.REFERENCE,
            TOLERANCE_PU));
  }
}
