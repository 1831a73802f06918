// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace encore::ui
{

SettingsPage::SettingsPage(const Services& services, Theme& theme, LanguageSwitcher& languages, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_languages(languages)
{
    setObjectName(QStringLiteral("settingsPage"));
    build();
    connectControls();
    retranslate();
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::build()
{
    const auto named = [](auto* control, const char* name) {
        control->setObjectName(QString::fromLatin1(name));
        return control;
    };
    m_heading = named(new QLabel(this), "headingLabel");
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_language = named(new QComboBox(this), "languageComboBox");
    m_language->addItem(QStringLiteral("한국어"), int(domain::Language::Korean));
    m_language->addItem(QStringLiteral("English"), int(domain::Language::English));
    m_look = named(new QComboBox(this), "themeComboBox");
    for (const ThemeKind kind : {ThemeKind::System, ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast})
        m_look->addItem(QString(), int(kind));
    m_deskName = named(new QLineEdit(m_services.settings->value(QStringLiteral("desk/name")).toString(), this), "deskNameLineEdit");
    m_deskName->setMaxLength(64);
    m_hideNames = named(new QCheckBox(this), "hideNamesCheckBox");
    m_hideNames->setChecked(m_services.settings->value(QStringLiteral("door/hideNames")).toBool());
    m_currentPin = named(new QLineEdit(this), "currentPinLineEdit");
    m_newPin = named(new QLineEdit(this), "newPinLineEdit");
    for (QLineEdit* pin : {m_currentPin, m_newPin}) {
        pin->setEchoMode(QLineEdit::Password);
        pin->setMaxLength(12);
    }
    m_setPin = named(new QPushButton(this), "setPinButton");
    m_kiosk = named(new QPushButton(this), "kioskButton");
    m_import = named(new QPushButton(this), "importButton");
    m_export = named(new QPushButton(this), "exportButton");
    m_answer = named(new QLabel(this), "answerLabel");
    m_answer->setWordWrap(true);

    m_form = new QFormLayout;
    m_form->setVerticalSpacing(2 * Theme::grid);
    m_form->setHorizontalSpacing(3 * Theme::grid);
    for (QWidget* control : std::initializer_list<QWidget*>{m_language, m_look, m_deskName, m_hideNames, m_currentPin, m_newPin, m_setPin, m_kiosk,
                                                               m_import, m_export}) {
        control->setMaximumWidth(420);
        m_form->addRow(new QLabel(this), control);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4 * Theme::grid, 3 * Theme::grid, 4 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(3 * Theme::grid);
    column->addWidget(m_heading);
    column->addLayout(m_form);
    column->addWidget(m_answer);
    column->addStretch();
}

void SettingsPage::connectControls()
{
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        const auto language = domain::Language(m_language->itemData(index).toInt());
        m_services.settings->setValue(QStringLiteral("ui/language"),
                                      language == domain::Language::Korean ? QStringLiteral("ko") : QStringLiteral("en"));
        m_languages.apply(language);
    });
    connect(m_look, &QComboBox::activated, this, [this](int index) {
        const int kind = m_look->itemData(index).toInt();
        m_services.settings->setValue(QStringLiteral("ui/theme"), kind);
        m_theme.apply(ThemeKind(kind));
    });
    connect(m_deskName, &QLineEdit::editingFinished, this,
            [this] { m_services.settings->setValue(QStringLiteral("desk/name"), m_deskName->text().trimmed()); });
    connect(m_hideNames, &QCheckBox::toggled, this,
            [this](bool hidden) { m_services.settings->setValue(QStringLiteral("door/hideNames"), hidden); });
    connect(m_setPin, &QPushButton::clicked, this, &SettingsPage::changePin);
    connect(m_newPin, &QLineEdit::returnPressed, this, &SettingsPage::changePin);
    connect(m_kiosk, &QPushButton::clicked, this, &SettingsPage::kioskWanted);
    connect(m_import, &QPushButton::clicked, this, &SettingsPage::importWanted);
    connect(m_export, &QPushButton::clicked, this, &SettingsPage::exportWanted);
    connect(&m_languages, &LanguageSwitcher::changed, this, &SettingsPage::retranslate);
    connect(&m_theme, &Theme::changed, this, [this] {
        m_heading->setFont(m_theme.font(TextRole::Title));
        m_look->setCurrentIndex(m_look->findData(int(m_theme.kind())));
    });
}

void SettingsPage::retranslate()
{
    m_heading->setText(title());
    const auto label = [this](QWidget* control, const QString& text, const QString& tip) {
        if (auto* shown = qobject_cast<QLabel*>(m_form->labelForField(control))) {
            shown->setText(text);
            shown->setBuddy(control);
        }
        control->setAccessibleName(text.isEmpty() ? tip : text);
        control->setToolTip(tip);
    };
    label(m_language, tr("Language"), tr("The language of everything on this screen"));
    label(m_look, tr("Appearance"), tr("Light, dark or high contrast"));
    label(m_deskName, tr("Name of this desk"), tr("Stands beside every scan made here; takes effect at the next start"));
    label(m_hideNames, QString(), tr("Hide names at the door"));
    m_hideNames->setText(tr("Hide names at the door"));
    label(m_currentPin, tr("Current PIN"), tr("Only where a PIN is set already"));
    label(m_newPin, tr("New PIN"), tr("4 to 12 digits; it makes a supervisor of whoever knows it"));
    label(m_setPin, QString(), tr("Set the PIN of this desk"));
    m_setPin->setText(tr("Set PIN"));
    label(m_kiosk, QString(), tr("Full screen with the door alone; leaving needs the PIN (F11)"));
    m_kiosk->setText(tr("Start kiosk mode"));
    label(m_import, tr("Data of this workspace"), tr("Reads tickets, gates and performances from a file; all of it or nothing"));
    m_import->setText(tr("Import a bundle…"));
    m_import->setAccessibleName(m_import->text());
    label(m_export, QString(), tr("Writes everything a door needs into a file, names included"));
    m_export->setText(tr("Export as a bundle…"));
    m_export->setAccessibleName(m_export->text());
    m_currentPin->setEnabled(m_services.pin->isSet());
    const QString looks[] = {tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")};
    for (int i = 0; i < m_look->count(); ++i)
        m_look->setItemText(i, looks[i]);
    m_look->setCurrentIndex(m_look->findData(int(m_theme.kind())));
    m_language->setCurrentIndex(m_language->findData(int(m_languages.language())));
}

void SettingsPage::changePin()
{
    m_setPin->setEnabled(false);
    m_services.pin->set(m_currentPin->text(), m_newPin->text(), this, [this](const domain::Status& status) { tell(status); });
    m_currentPin->clear();
    m_newPin->clear();
}

void SettingsPage::tell(const domain::Status& status)
{
    m_setPin->setEnabled(true);
    m_currentPin->setEnabled(m_services.pin->isSet());
    m_answer->setText(status ? tr("The PIN is set.") : inWords(status.error().message));
    m_answer->setAccessibleName(m_answer->text());
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace encore::ui
