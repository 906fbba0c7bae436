/** Indices of days evaluated from the store, kept by key, told and alarmed. */
package org.gridclear.monitoring.evaluation;
