package org.gridclear.cli.demo;

import picocli.CommandLine.Command;

/** {@code gridclear demo}: a market at work. */
@Command(
    name = "demo",
    description = "Show a market at work.",
    subcommands = {DemoDayCommand.class, DemoReplayCommand.class})
public final class DemoCommand {}
