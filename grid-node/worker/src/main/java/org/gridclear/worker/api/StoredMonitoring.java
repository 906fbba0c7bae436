package org.gridclear.worker.api;

import org.gridclear.monitoring.task.MonitoringAnswer;

/**
 * What lies in the outcomes cache of a task of monitoring.
 *
 * @param receipt the node's answer
 * @param answer samples or indices
 */
public record StoredMonitoring(Receipt receipt, MonitoringAnswer answer) {}
