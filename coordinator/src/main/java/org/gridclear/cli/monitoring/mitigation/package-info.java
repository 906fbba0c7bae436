/** Commands of mitigations. */
@NullMarked
package org.gridclear.cli.monitoring.mitigation;

import org.jspecify.annotations.NullMarked;
