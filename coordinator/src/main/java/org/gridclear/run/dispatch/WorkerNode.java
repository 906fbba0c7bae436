package org.gridclear.run.dispatch;

/**
 * A node that does work.
 *
 * @param id what the grid calls it
 * @param name what people call it
 * @param slots units that it does at a time
 */
public record WorkerNode(String id, String name, int slots) {}
