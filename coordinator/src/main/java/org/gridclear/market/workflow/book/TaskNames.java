package org.gridclear.market.workflow.book;

import java.util.Set;
import java.util.TreeSet;

/** What a node may do, by name; a program that runs workflows binds some of them. */
public final class TaskNames {
  /** All names. */
  public static final Set<String> ALL =
      java.util.Collections.unmodifiableSet(
          new TreeSet<>(
              Set.of(
                  WorkflowNode.HAND,
                  "collect",
                  "check",
                  "assemble",
                  "clear",
                  "secure",
                  "anomalies",
                  "approve",
                  "publish",
                  "hand-over",
                  "settle",
                  "import",
                  "export",
                  "archive")));

  private TaskNames() {}
}
