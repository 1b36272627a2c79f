// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faultpoint.h"

#include <QHash>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace widgets {
class ElidedLabel;
}

namespace ui {

/// What stands above a group of settings of a fault.
QLabel *makeFaultHeading();

/// What happens at a point, and how often: one of each is chosen, and those that a number belongs to have its field
/// beside them. Setting the number chooses them, too.
class FaultChoices final : public QWidget
{
    Q_OBJECT
public:
    explicit FaultChoices(QWidget *parent = nullptr);

    /// Offers what can happen there; the others say why they cannot.
    void showPoint(const QByteArray &point);
    /// Chooses as this fault has it. Tells nothing by changed().
    void setFault(const core::Fault &fault);
    /// Mode, status, delay and how often, as they are chosen; the rest of the fault stays as it is.
    void fillIn(core::Fault &fault) const;
    /// Gives the focus to the mode that is chosen.
    void focusModes();
    void retranslate();

signals:
    void changed(); ///< by the user

private:
    enum class Often { Once, Times, Every, Always, ForTime };

    void createModes(QVBoxLayout &column);
    void createOften(QVBoxLayout &column);
    void takeNumber(QAbstractButton *chosen);

    QByteArray m_point;
    bool m_isLoading = false;
    QLabel *m_whatHeading;
    QButtonGroup *m_modes;
    QHash<int, widgets::ElidedLabel *> m_reasons; ///< beside a mode that cannot be
    QSpinBox *m_status;
    QDoubleSpinBox *m_delay;
    QLabel *m_oftenHeading;
    QButtonGroup *m_often;
    QSpinBox *m_times;
    QSpinBox *m_every;
    QSpinBox *m_lasts;
};

} // namespace ui
