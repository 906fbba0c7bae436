package org.gridclear.cli.security;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.check.SensitivityJobs;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.security.OptionValues.KvRange;
import org.gridclear.cli.security.OptionValues.KvReader;
import org.gridclear.report.security.SensitivityFolder;
import org.gridclear.run.Job;
import org.gridclear.security.input.SensitivityQuestion;
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
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private FolderRun run;
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

  @Override
  public @Nullable Path written() {
    return run.written();
  }

  @Override
  public Integer call() throws IOException {
    run.check();
    Job.Sensing job =
        SensitivityJobs.of(grid.read(file, strict, spec.commandLine().getErr()), question());
    return run.run(
        job,
        "snapshots",
        (place, result, store, beside) -> {
          SensitivityFolder answer = new SensitivityFolder(result, store);
          answer.write(place, beside);
          return new FolderRun.Written(
              answer.text() + System.lineSeparator(),
              List.of(),
              "Tables: " + place.folder(),
              !answer.failed());
        });
  }

  private SensitivityQuestion question() {
    List<SensitivityQuestion.By> groups =
        by.stream().map(name -> Choice.of(SensitivityQuestion.By.class, "--by", name)).toList();
    return new SensitivityQuestion(
        kv.filter(devices, kinds, zones),
        groups,
        KvRange.ALL.filter(elements, List.of(), elementZones),
        opened,
        least != null ? least : SensitivityQuestion.leastShare(groups),
        SensitivityQuestion.solved(reactiveLimits));
  }
}
