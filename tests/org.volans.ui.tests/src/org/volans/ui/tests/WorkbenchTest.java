package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;

/** The window as it opens. */
class WorkbenchTest {

    @Test
    void opensThePerspective() {
        assertThat(Ui.page().getPerspective().getId()).isEqualTo(Ids.PERSPECTIVE);
    }

    @Test
    void startsTheEmbeddedSkyOnDemand() throws Exception {
        Ui.startSky();
        assertThat(Ui.file("objects.vot").exists()).isTrue();
        Ui.view(IPageLayout.ID_PROJECT_EXPLORER);
        Ui.screenshot("workbench");
    }
}
