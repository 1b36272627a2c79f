// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

#include <QWidget>

class QAction;
class QComboBox;
class QGridLayout;
class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class FieldBox;
class Segmented;
class Switch;
} // namespace widgets

namespace ui {

/// The fields of one connection. Holds no state beyond them.
class ConnectionForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(const theme::Theme &theme, QWidget *parent = nullptr);

    /// peers: the banks that it could send to.
    void setConnection(const Connection &connection, const QList<Connection> &peers);
    /// What the fields hold now.
    Connection connection() const;
    /// What was typed; nothing: the field was left alone.
    std::optional<QString> password() const;
    bool hasProblem() const; ///< a field shows one
    void focusFirst();
    /// Shows what is wrong at the field that it is about; false when there is no such field.
    bool showProblem(const core::Error &error);
    void retranslate();

signals:
    void edited();

private:
    void createPlace(QGridLayout &grid);
    void createCare(QGridLayout &grid);
    void createPayloadFields(QGridLayout &grid);
    void connectAll();
    QWidget *labelled(QLabel *label, QWidget *field);
    void fillChoices();
    void fillPeers();
    bool hasPeer() const;
    PayloadFields payloadFields() const;
    core::bank::DatabaseUrl::Tls tls() const;
    void chooseCaFile();
    void showPlaceFields();
    void showTlsFields();
    void noteEdit();
    QList<widgets::FieldBox *> boxes() const;

    const theme::Theme &m_theme;
    Connection m_base; ///< what the fields do not hold: identity and kind
    QList<Connection> m_peers;
    bool m_isFilling = false;
    widgets::FieldBox *m_label;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    widgets::FieldBox *m_path;
    widgets::FieldBox *m_host;
    widgets::FieldBox *m_port;
    widgets::FieldBox *m_database;
    widgets::FieldBox *m_user;
    widgets::FieldBox *m_accounts;
    widgets::FieldBox *m_barrier;
    widgets::FieldBox *m_password;
    widgets::Switch *m_keep;
    QLabel *m_tlsLabel;
    QComboBox *m_tls;
    widgets::FieldBox *m_ca;
    QAction *m_chooseCa;
    QLabel *m_careLabel;
    widgets::Segmented *m_care;
    QLabel *m_safetyLabel;
    QComboBox *m_safety;
    QLabel *m_safetyText;
    QLabel *m_peerLabel;
    QComboBox *m_peer;
    QWidget *m_kindBox;
    QWidget *m_tlsBox;
    QWidget *m_peerBox;
    widgets::FieldBox *m_amountField;
    widgets::FieldBox *m_fromField;
    widgets::FieldBox *m_toField;
    QWidget *m_payloadBox;
};

} // namespace ui
