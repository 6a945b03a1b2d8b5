package org.volans.ui.internal.properties;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Lines that can be read and not changed. UI thread only. */
@NonNullByDefault({})
class Facts implements IPropertySource {

    private List<Fact> facts;
    private final String value;

    /** @param value what stands in the line above them, if they are below another one */
    Facts(List<Fact> facts, String value) {
        this.facts = List.copyOf(facts);
        this.value = value;
    }

    /** Shows other lines from the next time that the view asks. */
    void replace(List<Fact> others) {
        facts = List.copyOf(others);
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return facts.stream().map(Facts::descriptor).toArray(IPropertyDescriptor[]::new);
    }

    private static IPropertyDescriptor descriptor(Fact fact) {
        PropertyDescriptor descriptor = new PropertyDescriptor(fact, fact.name());
        descriptor.setDescription(fact.description());
        return descriptor;
    }

    @Override
    public @Nullable Object getPropertyValue(Object id) {
        if (!(id instanceof Fact fact)) {
            return null;
        }
        return fact.more().isEmpty() ? fact.value() : new Facts(fact.more(), fact.value());
    }

    @Override
    public Object getEditableValue() {
        return value;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return true;
    }

    @Override
    public void resetPropertyValue(Object id) {
        // nothing here can be changed
    }

    @Override
    public void setPropertyValue(Object id, Object changed) {
        // nothing here can be changed
    }

    /** What the line above shows. */
    @Override
    public String toString() {
        return value;
    }
}
