package org.gridclear.cli.security;

import java.util.List;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.security.OptionValues.KvRange;
import org.gridclear.cli.security.OptionValues.KvReader;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.validate.Choice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which devices and to which groups sensitivities are asked for, as options of a command. */
final class QuestionOptions {
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
  private @Nullable Double least;

  @Option(
      names = "--q-limits",
      description = "Generators leave their voltage set point at a reactive limit.")
  private boolean reactiveLimits;

  /**
   * The question.
   *
   * @throws IllegalArgumentException if a group is none that moves devices
   */
  SensitivityQuestion question() {
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
