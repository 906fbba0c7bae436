package org.gridclear.cli.workflow;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done to which node. */
final class NodeOptions {
  @Mixin private InstanceOptions instance;

  @Parameters(index = "1", paramLabel = "NODE", description = "Id of the node.")
  private String node;

  @Option(names = "--reason", defaultValue = "", description = "Why.")
  private String reason;

  InstanceOptions instance() {
    return instance;
  }

  String node() {
    return node;
  }

  String reason() {
    return reason;
  }
}
