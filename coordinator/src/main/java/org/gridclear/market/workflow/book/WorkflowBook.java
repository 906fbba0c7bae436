package org.gridclear.market.workflow.book;

import java.util.List;

/**
 * The workflows of a market; a version of them holds as a whole.
 *
 * @param workflows all of them
 */
public record WorkflowBook(List<Workflow> workflows) {
  /** No workflow. */
  public static final WorkflowBook EMPTY = new WorkflowBook(List.of());

  public WorkflowBook {
    workflows = List.copyOf(workflows);
  }

  /**
   * A workflow.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Workflow workflow(String id) {
    return workflows.stream()
        .filter(workflow -> workflow.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no workflow %s; there are %s."
                        .formatted(id, workflows.stream().map(Workflow::id).toList())));
  }
}
