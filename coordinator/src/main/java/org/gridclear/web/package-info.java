/** REST over the runs, server-sent progress, Prometheus metrics. The only package with Spring. */
package org.gridclear.web;
