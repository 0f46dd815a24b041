; What the Windows installer adds to electron-builder's own script: on uninstalling it asks whether the
; person's settings and readings go too. The answer by default, in a silent uninstall and in an update is: they stay.

!macro customHeader
  !ifdef BUILD_UNINSTALLER
    Var /GLOBAL deletesUserData
    LangString keepsUserData 2052 "保留您的设置和登记数据吗？$\r$\n$\r$\n选“是”，数据留在这台电脑上，以后重新安装还能用。$\r$\n选“否”，数据会被删除，无法恢复。"
    LangString keepsUserData 1033 "Keep your settings and records?$\r$\n$\r$\nYes: they stay on this PC and are there when you install again.$\r$\nNo: they are deleted and cannot be brought back."
  !endif
!macroend

!macro customUnInit
  StrCpy $deletesUserData "0"
  ; A one-click uninstaller is always silent inside; only the command line tells whether a person is there to ask.
  ClearErrors
  ${GetParameters} $R0
  ${GetOptions} $R0 "/S" $R1
  ${If} ${Errors}
  ${AndIfNot} ${isUpdated}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON1 "$(keepsUserData)" IDYES keeps
    StrCpy $deletesUserData "1"
    keeps:
  ${EndIf}
!macroend

!macro customUnInstall
  ${If} $deletesUserData == "1"
    RMDir /r "$APPDATA\${PRODUCT_FILENAME}"
  ${EndIf}
!macroend
