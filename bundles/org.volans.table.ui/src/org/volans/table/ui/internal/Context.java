package org.volans.table.ui.internal;

import org.eclipse.ui.IEditorSite;
import org.volans.api.net.HttpService;
import org.volans.api.table.TableService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.SelectionSource;

/**
 * What the pages of an editor need of the world.
 *
 * @param tables    writes tables
 * @param http      fetches what a link points to
 * @param project   where it goes
 * @param site      the editor's
 * @param selection the editor's
 */
record Context(
        TableService tables, HttpService http, ProjectFolder project, IEditorSite site, SelectionSource selection) {}
