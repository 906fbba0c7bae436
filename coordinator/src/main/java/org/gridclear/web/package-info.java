/** REST over the runs, server-sent progress, Prometheus metrics. The only package with Spring. */
@NullMarked
package org.gridclear.web;

import org.jspecify.annotations.NullMarked;
