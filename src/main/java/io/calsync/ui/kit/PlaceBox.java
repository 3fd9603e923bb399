package io.calsync.ui.kit;

import io.calsync.domain.Company;
import java.util.List;
import javafx.scene.control.ComboBox;

/// Where a service belongs: a company, or a branch of it.
public final class PlaceBox extends ComboBox<PlaceBox.Place> {
    /// @param branchId "" = of the whole company
    public record Place(Company company, String branchId, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /// Offers all of them and chooses the first.
    public void offer(List<Company> companies) {
        for (Company company : companies) {
            getItems().add(new Place(company, "", company.name()));
            company.branches().forEach(branch -> getItems()
                    .add(new Place(company, branch.id(), company.name() + " / " + branch.name())));
        }
        getSelectionModel().selectFirst();
    }
}
