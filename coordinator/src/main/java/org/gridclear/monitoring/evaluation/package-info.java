/** Indices of days evaluated from the store, kept by key, told and alarmed. */
@NullMarked
package org.gridclear.monitoring.evaluation;

import org.jspecify.annotations.NullMarked;
