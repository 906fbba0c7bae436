package org.gridclear.network;

/** Whether a branch is a line or a transformer. */
public enum BranchKind {
  LINE,
  TRANSFORMER
}
