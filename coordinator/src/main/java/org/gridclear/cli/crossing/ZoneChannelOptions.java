package org.gridclear.cli.crossing;

import picocli.CommandLine.Option;

/** The direction, in which packages are counted. */
final class ZoneChannelOptions {
  @Option(
      names = "--channel",
      required = true,
      paramLabel = "NAME",
      description = "Name of the direction, in which packages are counted.")
  private String name;

  String name() {
    return name;
  }
}
